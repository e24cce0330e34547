-- Early warnings over monthly and quarterly series, what people made of them, and events on the time axis.
-- The watch runs as an actor of its own: it reads every figure of a region and writes warnings, nothing else.
create function datalab.is_signaleerder() returns boolean language sql stable as
  $$ select coalesce(stelsel.actor() = 'stelsel:vroegsignaal', false) $$;
grant execute on function datalab.is_signaleerder() to la_app;

-- Asked once per question, not once per row: this table is read on every page.
create policy vroegsignaal on datalab.actuele_waarneming for select to la_app
  using ((select datalab.is_signaleerder()));

create table datalab.bewaking (
  regio text primary key,
  loos_per_jaar numeric not null check (loos_per_jaar between 0.1 and 24),
  gewijzigd timestamptz,
  door text,
  laatste_ronde timestamptz,
  reeksen int not null default 0 check (reeksen >= 0),
  loos_verwacht numeric not null default 0 check (loos_verwacht >= 0)
);
comment on table datalab.bewaking is 'Hoe de reeksen van een regio worden bewaakt, en de laatste ronde';
comment on column datalab.bewaking.regio is 'Programmaregio [klasse: feit]';
comment on column datalab.bewaking.loos_per_jaar is 'Hoeveel loze alarmen per jaar de regio aanvaardt, over alle reeksen samen [klasse: feit]';
comment on column datalab.bewaking.gewijzigd is 'Tijdstip van de laatste keuze [klasse: stelsel]';
comment on column datalab.bewaking.door is 'Wie de keuze maakte [klasse: stelsel]';
comment on column datalab.bewaking.laatste_ronde is 'Tijdstip van de laatste ronde langs alle reeksen [klasse: stelsel]';
comment on column datalab.bewaking.reeksen is 'Aantal bewaakte reeksen in die ronde [klasse: feit]';
comment on column datalab.bewaking.loos_verwacht is 'Loze alarmen per jaar die in die ronde te verwachten waren [klasse: feit]';

create table datalab.waarschuwing (
  id uuid primary key default gen_random_uuid(),
  regio text not null,
  plaatssoort text not null,
  plaats text not null,
  plaatsnaam text not null,
  indicator text not null,
  definitieversie int not null,
  bron_id text not null references datalab.bron,
  plek text not null,
  meetperiode text not null check (meetperiode in ('kwartaal', 'maand')),
  methode text not null check (methode in ('poisson_cusum', 'nb_cusum', 'ewma', 'farrington')),
  sinds text not null,
  periode text not null,
  geteld numeric not null check (geteld >= 0),
  verwacht numeric not null check (verwacht >= 0),
  loos_per_jaar numeric not null check (loos_per_jaar >= 0),
  toestand text not null default 'nieuw' check (toestand in ('nieuw', 'in_onderzoek', 'afgedaan')),
  uitkomst text check (uitkomst in ('echt', 'verklaarbaar', 'vals_alarm', 'gegevensfout')),
  notitie text check (length(notitie) <= 2000),
  behandelaar uuid,
  behandelaar_rol text check (behandelaar_rol in ('projectleider', 'datalab_analist')),
  gemaakt timestamptz not null,
  gewijzigd timestamptz,
  gemeld timestamptz,
  versie int not null default 1,
  foreign key (indicator, definitieversie) references datalab.indicator (code, definitieversie),
  check ((toestand = 'nieuw') = (behandelaar is null)),
  check (toestand <> 'afgedaan' or (uitkomst is not null and notitie is not null)),
  unique (regio, plaatssoort, plaats, indicator, definitieversie, bron_id, plek, meetperiode, periode)
);
-- One open warning of a series at a time.
create unique index waarschuwing_open on datalab.waarschuwing
  (regio, plaatssoort, plaats, indicator, definitieversie, bron_id, plek, meetperiode) where toestand <> 'afgedaan';
comment on table datalab.waarschuwing is 'Teken dat een reeks boven wat te verwachten was uitkwam, en wat mensen ervan vonden';
comment on column datalab.waarschuwing.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column datalab.waarschuwing.regio is 'Programmaregio [klasse: feit]';
comment on column datalab.waarschuwing.plaatssoort is 'Soort van de plaats [klasse: feit]';
comment on column datalab.waarschuwing.plaats is 'Code van de plaats [klasse: feit]';
comment on column datalab.waarschuwing.plaatsnaam is 'Naam van de plaats [klasse: feit]';
comment on column datalab.waarschuwing.indicator is 'Indicator [klasse: feit]';
comment on column datalab.waarschuwing.definitieversie is 'Versie van de definitie [klasse: feit]';
comment on column datalab.waarschuwing.bron_id is 'Bron van de reeks [klasse: feit]';
comment on column datalab.waarschuwing.plek is 'Plaats in de bron [klasse: feit]';
comment on column datalab.waarschuwing.meetperiode is 'Kwartalen of maanden [klasse: feit]';
comment on column datalab.waarschuwing.methode is 'Methode die alarm gaf [klasse: feit]';
comment on column datalab.waarschuwing.sinds is 'Eerste periode van de stijging [klasse: feit]';
comment on column datalab.waarschuwing.periode is 'Periode waarin de grens werd overschreden [klasse: feit]';
comment on column datalab.waarschuwing.geteld is 'Geteld van sinds tot en met periode [klasse: feit]';
comment on column datalab.waarschuwing.verwacht is 'Verwacht over dezelfde perioden [klasse: feit]';
comment on column datalab.waarschuwing.loos_per_jaar is 'Loze alarmen per jaar, verwacht over alle bewaakte reeksen van de regio [klasse: feit]';
comment on column datalab.waarschuwing.toestand is 'Nieuw, in onderzoek of afgedaan [klasse: feit]';
comment on column datalab.waarschuwing.uitkomst is 'Echt, verklaarbaar, vals alarm of gegevensfout [klasse: feit]';
comment on column datalab.waarschuwing.notitie is 'Waarom, in woorden; zonder namen of zaken [klasse: feit]';
comment on column datalab.waarschuwing.behandelaar is 'Wie kijkt [klasse: stelsel]';
comment on column datalab.waarschuwing.behandelaar_rol is 'Rol van wie kijkt [klasse: feit]';
comment on column datalab.waarschuwing.gemaakt is 'Tijdstip waarop de waarschuwing kwam [klasse: stelsel]';
comment on column datalab.waarschuwing.gewijzigd is 'Tijdstip van de laatste handeling [klasse: stelsel]';
comment on column datalab.waarschuwing.gemeld is 'Tijdstip waarop zij in een weekbericht werd meegeteld [klasse: stelsel]';
comment on column datalab.waarschuwing.versie is 'Telt op bij elke wijziging [klasse: stelsel]';

create table datalab.gebeurtenis (
  id uuid primary key default gen_random_uuid(),
  regio text not null,
  gemeente text,
  datum date not null,
  soort text not null check (soort in ('wet', 'werkwijze', 'corona', 'herindeling', 'definitie', 'campagne', 'anders')),
  tekst text not null check (length(tekst) between 1 and 200),
  bron text not null check (length(bron) between 1 and 200),
  openbaar boolean not null,
  gemaakt timestamptz not null,
  door text not null,
  ingetrokken timestamptz,
  ingetrokken_door text
);
create index gebeurtenis_regio on datalab.gebeurtenis (regio, datum);
comment on table datalab.gebeurtenis is 'Wat in een regio gebeurde dat een reeks kan veranderen, zoals een campagne';
comment on column datalab.gebeurtenis.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column datalab.gebeurtenis.regio is 'Programmaregio [klasse: feit]';
comment on column datalab.gebeurtenis.gemeente is 'CBS-code; leeg als het de hele regio betreft [klasse: feit]';
comment on column datalab.gebeurtenis.datum is 'Dag [klasse: feit]';
comment on column datalab.gebeurtenis.soort is 'Wet, werkwijze, corona, herindeling, definitie, campagne of anders [klasse: feit]';
comment on column datalab.gebeurtenis.tekst is 'Wat er gebeurde; zonder namen of zaken [klasse: feit]';
comment on column datalab.gebeurtenis.bron is 'Waar dat staat [klasse: feit]';
comment on column datalab.gebeurtenis.openbaar is 'Mag iedereen het zien [klasse: feit]';
comment on column datalab.gebeurtenis.gemaakt is 'Tijdstip van vastleggen [klasse: stelsel]';
comment on column datalab.gebeurtenis.door is 'Wie het vastlegde [klasse: stelsel]';
comment on column datalab.gebeurtenis.ingetrokken is 'Tijdstip van intrekken [klasse: stelsel]';
comment on column datalab.gebeurtenis.ingetrokken_door is 'Wie het introk [klasse: stelsel]';

alter table datalab.bewaking enable row level security;
alter table datalab.bewaking force row level security;
alter table datalab.waarschuwing enable row level security;
alter table datalab.waarschuwing force row level security;
alter table datalab.gebeurtenis enable row level security;
alter table datalab.gebeurtenis force row level security;

-- A warning is built on every count of its series, 1 to 4 included: for those two roles only, unlike a figure.
create policy lezen on datalab.bewaking for select to la_app using (
  datalab.is_signaleerder() or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy maken on datalab.bewaking for insert to la_app with check (
  datalab.is_signaleerder() or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy wijzigen on datalab.bewaking for update to la_app using (
  datalab.is_signaleerder() or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy lezen on datalab.waarschuwing for select to la_app using (
  datalab.is_signaleerder() or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy maken on datalab.waarschuwing for insert to la_app with check (datalab.is_signaleerder());
create policy wijzigen on datalab.waarschuwing for update to la_app using (
  datalab.is_signaleerder() or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));

create policy lezen on datalab.gebeurtenis for select to la_app using (
  (openbaar and ingetrokken is null and stelsel.actor() is not null)
  or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[])
  or (regio = any ((select toegang.regios('beleidsmedewerker'))::text[])
    and (gemeente is null or gemeente = any ((select toegang.gemeenten('beleidsmedewerker'))::text[]))));
create policy maken on datalab.gebeurtenis for insert to la_app with check (
  regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy intrekken on datalab.gebeurtenis for update to la_app using (
  regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));

grant select, insert on datalab.bewaking, datalab.waarschuwing, datalab.gebeurtenis to la_app;
grant update (loos_per_jaar, gewijzigd, door, laatste_ronde, reeksen, loos_verwacht) on datalab.bewaking to la_app;
grant update (methode, sinds, periode, geteld, verwacht, loos_per_jaar, toestand, uitkomst, notitie, behandelaar,
  behandelaar_rol, gewijzigd, gemeld, versie) on datalab.waarschuwing to la_app;
grant update (ingetrokken, ingetrokken_door) on datalab.gebeurtenis to la_app;
