-- Whether the actor reads the log is the same for every row: asked once for each statement. The check of the log reads
-- all rows there are.
alter policy lezen on audit.logregel using ((select audit.mag_lezen()));
alter policy lezen on audit.zegel using ((select audit.mag_lezen()));
alter policy lezen on audit.partij using ((select audit.mag_lezen()));
