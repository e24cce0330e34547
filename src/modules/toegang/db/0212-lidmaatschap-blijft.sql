-- A membership ends by its last day and stays: who had which role when must be told afterwards.
revoke delete on toegang.lidmaatschap from la_app;
