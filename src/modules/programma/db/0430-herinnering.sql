-- Which reminder of a duty to report has gone out: once per duty, due day and number of days before. Also what
-- two processes at the same time agree on.
create table programma.herinnering (
  onderdeel_id uuid not null references programma.onderdeel,
  vervaldag date not null,
  dagen_vooraf integer not null check (dagen_vooraf > 0),
  verzonden timestamptz not null,
  ontvangers integer not null check (ontvangers > 0),
  primary key (onderdeel_id, vervaldag, dagen_vooraf)
);
comment on table programma.herinnering is 'Verzonden herinneringen aan een rapportageplicht';
comment on column programma.herinnering.onderdeel_id is 'Rapportageplicht [klasse: stelsel]';
comment on column programma.herinnering.vervaldag is 'Uiterste dag van de rapportage [klasse: feit]';
comment on column programma.herinnering.dagen_vooraf is 'Hoeveel dagen voor die dag deze herinnering hoort [klasse: feit]';
comment on column programma.herinnering.verzonden is 'Tijdstip waarop de berichten in de wachtrij kwamen [klasse: stelsel]';
comment on column programma.herinnering.ontvangers is 'Aantal mensen dat een bericht kreeg [klasse: feit]';
alter table programma.herinnering enable row level security;
alter table programma.herinnering force row level security;
create policy lezen on programma.herinnering for select to la_app
  using (stelsel.is_stelsel() or exists (select 1 from programma.onderdeel o
    where o.id = onderdeel_id and programma.mag_werken(o.regio)));
create policy toevoegen on programma.herinnering for insert to la_app with check (stelsel.is_stelsel());
grant select, insert on programma.herinnering to la_app;
