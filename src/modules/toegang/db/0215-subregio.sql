-- A role for a whole subregion is one membership per municipality, given and ended together as one grant. What
-- policies ask (toegang.gemeenten) stays the same: municipalities.
alter table toegang.lidmaatschap
  add column toekenning uuid,
  add column subregio text check (length(subregio) between 1 and 100),
  add constraint subregio_als_toekenning
    check ((toekenning is null) = (subregio is null) and (subregio is null or gemeente is not null));
comment on column toegang.lidmaatschap.toekenning is 'Gedeeld kenmerk van de lidmaatschappen die samen een rol voor een subregio zijn; leeg is een rol op zichzelf [klasse: stelsel]';
comment on column toegang.lidmaatschap.subregio is 'Subregio waarvoor de rol is gegeven, met alle gemeenten van die dag; leeg is een rol op zichzelf [klasse: feit]';
create index lidmaatschap_toekenning on toegang.lidmaatschap (toekenning) where toekenning is not null;
