-- A file that was offered and tried, kept until it is read in or a day old, so that what is confirmed is what
-- was shown.
create table programma.inlezing (
  id uuid primary key,
  regio text not null,
  persoon_id uuid not null,
  inhoud jsonb not null,
  stand text not null,
  gemaakt timestamptz not null
);
comment on table programma.inlezing is 'Aangeboden programmabestand dat is geproefd en op bevestiging wacht';
comment on column programma.inlezing.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column programma.inlezing.regio is 'Regio waarvoor het bestand is aangeboden [klasse: feit]';
comment on column programma.inlezing.persoon_id is 'Wie het aanbood [klasse: stelsel]';
comment on column programma.inlezing.inhoud is 'Het bestand in de vorm van de bron; bevat geen namen van personen [klasse: feit]';
comment on column programma.inlezing.stand is 'Stand van het programma bij het proeven [klasse: stelsel]';
comment on column programma.inlezing.gemaakt is 'Tijdstip van aanbieden [klasse: stelsel]';
create index inlezing_persoon on programma.inlezing (persoon_id, regio);

alter table programma.inlezing enable row level security;
alter table programma.inlezing force row level security;
create policy eigen on programma.inlezing to la_app
  using (persoon_id = stelsel.persoon() and regio = any ((select toegang.regios('projectleider'))::text[]))
  with check (persoon_id = stelsel.persoon() and regio = any ((select toegang.regios('projectleider'))::text[]));
grant select, insert, delete on programma.inlezing to la_app;
