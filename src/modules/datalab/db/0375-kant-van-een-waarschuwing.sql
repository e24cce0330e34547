-- A fall can be the bad news: a warning says to which side it is, and a series may have one open to each side.
alter table datalab.waarschuwing
  add column kant text not null default 'omhoog' check (kant in ('omhoog', 'omlaag'));
alter table datalab.waarschuwing alter column kant drop default;
comment on table datalab.waarschuwing is 'Teken dat een reeks hoger of lager uitkwam dan te verwachten was, en wat mensen ervan vonden';
comment on column datalab.waarschuwing.kant is 'Hoger of lager dan verwacht [klasse: feit]';
comment on column datalab.waarschuwing.sinds is 'Eerste periode van de stijging of daling [klasse: feit]';
drop index datalab.waarschuwing_open;
create unique index waarschuwing_open on datalab.waarschuwing
  (regio, plaatssoort, plaats, indicator, definitieversie, bron_id, plek, meetperiode, kant) where toestand <> 'afgedaan';
