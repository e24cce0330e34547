-- Lead times without names: one row per assessment or investigation as an import counted it on its day, and the terms
-- and norms that they are held against.
create table datalab.doorloop_inlezing (
  id uuid primary key,
  regio text not null,
  organisatie_id uuid,
  bron text not null check (length(bron) between 1 and 200),
  peildatum date not null,
  instroom_vanaf date not null,
  aantal int not null check (aantal >= 1),
  door text not null,
  ingelezen timestamptz not null,
  teruggedraaid timestamptz,
  teruggedraaid_door text,
  check (instroom_vanaf <= peildatum),
  check ((teruggedraaid is null) = (teruggedraaid_door is null))
);
create index doorloop_inlezing_regio on datalab.doorloop_inlezing (regio, ingelezen desc);
comment on table datalab.doorloop_inlezing is 'Een keer inlezen van doorlooptijden: de stand op een peildatum';
comment on column datalab.doorloop_inlezing.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column datalab.doorloop_inlezing.regio is 'Regio waarvoor is ingelezen [klasse: feit]';
comment on column datalab.doorloop_inlezing.organisatie_id is 'Organisatie van wie inlas [klasse: stelsel]';
comment on column datalab.doorloop_inlezing.bron is 'Titel van de bron, zoals opgegeven [klasse: feit]';
comment on column datalab.doorloop_inlezing.peildatum is 'Dag waarop is gekeken wat nog open was [klasse: feit]';
comment on column datalab.doorloop_inlezing.instroom_vanaf is 'Dag vanaf welke alles wat begon erin staat [klasse: feit]';
comment on column datalab.doorloop_inlezing.aantal is 'Aantal regels [klasse: feit]';
comment on column datalab.doorloop_inlezing.door is 'Wie inlas [klasse: stelsel]';
comment on column datalab.doorloop_inlezing.ingelezen is 'Tijdstip van inlezen [klasse: stelsel]';
comment on column datalab.doorloop_inlezing.teruggedraaid is 'Tijdstip van terugdraaien; leeg als de inlezing geldt [klasse: stelsel]';
comment on column datalab.doorloop_inlezing.teruggedraaid_door is 'Wie terugdraaide [klasse: stelsel]';

create table datalab.doorloop (
  inlezing_id uuid not null references datalab.doorloop_inlezing,
  rij int not null check (rij >= 1),
  regio text not null,
  gemeente text not null check (gemeente ~ '^GM\d{4}$'),
  soort text not null check (soort in ('veiligheidsbeoordeling', 'onderzoek')),
  start date not null,
  eind date,
  afloop text check (afloop in ('afgerond', 'anders_geeindigd')),
  primary key (inlezing_id, rij),
  check (eind >= start),
  check ((eind is null) = (afloop is null))
);
comment on table datalab.doorloop is 'Doorloop van een veiligheidsbeoordeling of onderzoek, zonder naam of kenmerk';
comment on column datalab.doorloop.inlezing_id is 'Inlezing waaruit de regel komt [klasse: stelsel]';
comment on column datalab.doorloop.rij is 'Volgnummer binnen de inlezing, los van de volgorde in het bestand [klasse: stelsel]';
comment on column datalab.doorloop.regio is 'Programmaregio [klasse: feit]';
comment on column datalab.doorloop.gemeente is 'CBS-code van de gemeente [klasse: feit]';
comment on column datalab.doorloop.soort is 'Veiligheidsbeoordeling of onderzoek [klasse: feit]';
comment on column datalab.doorloop.start is 'Dag waarop de termijn begon [klasse: feit]';
comment on column datalab.doorloop.eind is 'Dag van het eind; leeg als het op de peildatum nog liep [klasse: feit]';
comment on column datalab.doorloop.afloop is 'Afgerond met een besluit, of anders geeindigd; leeg als het nog liep [klasse: feit]';

-- Terms as records: a change is a new record. What no source could confirm says so, on the page as well.
create table datalab.termijnnorm (
  id uuid primary key default gen_random_uuid(),
  regio text,
  soort text not null check (soort in ('veiligheidsbeoordeling', 'onderzoek')),
  telwijze text not null check (telwijze in ('kalenderdagen', 'werkdagen')),
  lengte int not null check (lengte between 1 and 400),
  eenheid text not null check (eenheid in ('dag', 'werkdag', 'week')),
  eerste_dag_telt boolean not null,
  verschuiving text not null check (verschuiving in ('geen', 'algemene_termijnenwet')),
  wet text not null check (length(wet) between 1 and 200),
  artikel text not null check (length(artikel) between 1 and 100),
  bron text not null check (length(bron) between 1 and 500),
  bevestigd boolean not null,
  norm numeric not null check (norm > 0 and norm < 1),
  norm_bron text not null check (length(norm_bron) between 1 and 500),
  norm_bevestigd boolean not null,
  geldig_vanaf date not null,
  geldig_tot date,
  vastgelegd timestamptz not null,
  door text not null,
  check (geldig_tot > geldig_vanaf),
  check ((telwijze = 'werkdagen') = (eenheid = 'werkdag')),
  unique nulls not distinct (regio, soort, telwijze, geldig_vanaf)
);
create unique index termijnnorm_lopend on datalab.termijnnorm (regio, soort, telwijze) nulls not distinct
  where geldig_tot is null;
comment on table datalab.termijnnorm is 'Termijn met de norm voor het deel dat haar haalt, met geldigheid en bron';
comment on column datalab.termijnnorm.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column datalab.termijnnorm.regio is 'Regio die de termijn vastlegde; leeg bij de meegeleverde [klasse: feit]';
comment on column datalab.termijnnorm.soort is 'Veiligheidsbeoordeling of onderzoek [klasse: feit]';
comment on column datalab.termijnnorm.telwijze is 'Geteld in kalenderdagen of in werkdagen [klasse: feit]';
comment on column datalab.termijnnorm.lengte is 'Lengte in de eenheid [klasse: feit]';
comment on column datalab.termijnnorm.eenheid is 'Dag, werkdag of week [klasse: feit]';
comment on column datalab.termijnnorm.eerste_dag_telt is 'Telt de dag van het begin mee [klasse: feit]';
comment on column datalab.termijnnorm.verschuiving is 'Verlengt de Algemene termijnenwet de termijn [klasse: feit]';
comment on column datalab.termijnnorm.wet is 'Wet of afspraak waarin de termijn staat [klasse: feit]';
comment on column datalab.termijnnorm.artikel is 'Artikel of plaats daarin [klasse: feit]';
comment on column datalab.termijnnorm.bron is 'Waar de lengte en de telwijze zijn gelezen [klasse: feit]';
comment on column datalab.termijnnorm.bevestigd is 'Heeft een bron de termijn zo bevestigd [klasse: feit]';
comment on column datalab.termijnnorm.norm is 'Deel dat de termijn moet halen [klasse: feit]';
comment on column datalab.termijnnorm.norm_bron is 'Waar de norm is gelezen [klasse: feit]';
comment on column datalab.termijnnorm.norm_bevestigd is 'Heeft een bron de norm zo bevestigd [klasse: feit]';
comment on column datalab.termijnnorm.geldig_vanaf is 'Eerste dag waarop een begin onder deze regel valt [klasse: feit]';
comment on column datalab.termijnnorm.geldig_tot is 'Eerste dag waarop niet meer; leeg is open [klasse: feit]';
comment on column datalab.termijnnorm.vastgelegd is 'Tijdstip van vastleggen [klasse: stelsel]';
comment on column datalab.termijnnorm.door is 'Wie vastlegde [klasse: stelsel]';

-- The decree says five days; inspection and practice count working days. Both stand side by side until the current text
-- has been read: neither is marked as confirmed.
insert into datalab.termijnnorm (regio, soort, telwijze, lengte, eenheid, eerste_dag_telt, verschuiving, wet, artikel,
  bron, bevestigd, norm, norm_bron, norm_bevestigd, geldig_vanaf, vastgelegd, door) values
(null, 'veiligheidsbeoordeling', 'kalenderdagen', 5, 'dag', false, 'algemene_termijnenwet', 'Uitvoeringsbesluit Wmo 2015',
  '4.1.7 lid 1', 'Uitvoeringsbesluit Wmo 2015 (BWBR0035733), tekst van 2014/2015: vijf dagen na ontvangst van de melding', false,
  0.9, 'Het Parool, februari 2019: landelijke norm 90 procent', false, '2015-01-01', now(), 'stelsel:migratie'),
(null, 'veiligheidsbeoordeling', 'werkdagen', 5, 'werkdag', false, 'geen', 'Uitvoeringsbesluit Wmo 2015', '4.1.7 lid 1',
  'Telling in werkdagen naar berichtgeving over de Inspectie Gezondheidszorg en Jeugd (NH Nieuws, december 2023)', false,
  0.9, 'Het Parool, februari 2019: landelijke norm 90 procent', false, '2015-01-01', now(), 'stelsel:migratie'),
(null, 'onderzoek', 'kalenderdagen', 10, 'week', false, 'algemene_termijnenwet', 'Uitvoeringsbesluit Wmo 2015', '4.1.7 lid 2',
  'Uitvoeringsbesluit Wmo 2015 (BWBR0035733), tekst van 2014/2015: tien weken na de vaststelling dat onderzoek nodig is', false,
  0.8, 'Het Parool, februari 2019: landelijke norm 80 procent', false, '2015-01-01', now(), 'stelsel:migratie');

alter table datalab.doorloop_inlezing enable row level security;
alter table datalab.doorloop_inlezing force row level security;
alter table datalab.doorloop enable row level security;
alter table datalab.doorloop force row level security;
alter table datalab.termijnnorm enable row level security;
alter table datalab.termijnnorm force row level security;

create policy beheer on datalab.doorloop_inlezing for select to la_app
  using (regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy maken on datalab.doorloop_inlezing for insert to la_app
  with check (regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy terugdraaien on datalab.doorloop_inlezing for update to la_app
  using (regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]))
  with check (regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));

-- The rule of an internal observation: the region for leader and analyst, the own municipality for its adviser.
create policy lezen on datalab.doorloop for select to la_app using (
  regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[])
  or (regio = any ((select toegang.regios('beleidsmedewerker'))::text[])
    and gemeente = any ((select toegang.gemeenten('beleidsmedewerker'))::text[])));
create policy inbrengen on datalab.doorloop for insert to la_app with check (
  regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[])
  and exists (select 1 from datalab.doorloop_inlezing i where i.id = inlezing_id and i.regio = doorloop.regio));

-- What is shipped everybody knows; what a region laid down belongs to who works with its figures.
create policy lezen on datalab.termijnnorm for select to la_app using (
  (regio is null and stelsel.actor() is not null)
  or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[])
  or regio = any ((select toegang.regios('beleidsmedewerker'))::text[]));
create policy maken on datalab.termijnnorm for insert to la_app
  with check (regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy sluiten on datalab.termijnnorm for update to la_app
  using (regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]))
  with check (regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));

-- Rows are never changed: an import is withdrawn, a term is closed, and both stay.
grant select, insert on datalab.doorloop_inlezing, datalab.doorloop, datalab.termijnnorm to la_app;
grant update (teruggedraaid, teruggedraaid_door) on datalab.doorloop_inlezing to la_app;
grant update (geldig_tot) on datalab.termijnnorm to la_app;
