-- Who gives a role to an address that already had an account learns a role holder, not whose address it is: the name
-- stays with those who knew it. A role that was there before this shows the name as it did.
alter table toegang.lidmaatschap add column naam_verborgen boolean not null default false;
comment on column toegang.lidmaatschap.naam_verborgen is 'De rol is gegeven aan een account dat de accountbeheerder niet kende; hij ziet het adres en niet de naam [klasse: stelsel]';
