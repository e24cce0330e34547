-- Figures: places and their mergers, the catalogue, observations with all their versions, imports.
create schema if not exists datalab;
grant usage on schema datalab to la_app;

-- Reference data arrive with a release and through nothing else.
create function datalab.is_inlezer() returns boolean language sql stable as
  $$ select coalesce(stelsel.actor() = 'stelsel:inlezen', false) $$;
grant execute on all functions in schema datalab to la_app;

create table datalab.gemeente (
  code text primary key check (code ~ '^GM\d{4}$'),
  naam text not null,
  cbs_naam text not null,
  slug text not null,
  provincie text not null,
  vr_code text not null,
  vt_regio text not null,
  ggd_regio text,
  regio text,
  subregio text,
  geldig_vanaf date,
  geldig_tot date,
  opvolgers text[] not null default '{}'
);
create unique index gemeente_slug on datalab.gemeente (regio, slug) where regio is not null;
comment on table datalab.gemeente is 'Gemeente die ergens vanaf 2015 bestond';
comment on column datalab.gemeente.code is 'CBS-code [klasse: feit]';
comment on column datalab.gemeente.naam is 'Naam zoals de gemeente die gebruikt [klasse: feit]';
comment on column datalab.gemeente.cbs_naam is 'Naam in de tabellen van het CBS [klasse: feit]';
comment on column datalab.gemeente.slug is 'Naam in adressen [klasse: stelsel]';
comment on column datalab.gemeente.provincie is 'Provincie [klasse: feit]';
comment on column datalab.gemeente.vr_code is 'Code van de veiligheidsregio [klasse: feit]';
comment on column datalab.gemeente.vt_regio is 'Regio van Veilig Thuis [klasse: feit]';
comment on column datalab.gemeente.ggd_regio is 'Regio van de GGD, waar bekend [klasse: feit]';
comment on column datalab.gemeente.regio is 'Programmaregio, leeg buiten de drie regio''s [klasse: feit]';
comment on column datalab.gemeente.subregio is 'Subregio binnen de programmaregio [klasse: feit]';
comment on column datalab.gemeente.geldig_vanaf is 'Eerste dag; leeg is voor 2013 [klasse: feit]';
comment on column datalab.gemeente.geldig_tot is 'Eerste dag waarop de gemeente niet meer bestaat [klasse: feit]';
comment on column datalab.gemeente.opvolgers is 'CBS-codes van de opvolgers [klasse: feit]';

create table datalab.herindeling (
  datum date not null,
  oude_code text not null,
  nieuwe_code text not null,
  aard text not null check (aard in ('samenvoeging', 'toevoeging', 'opsplitsing', 'naamswijziging')),
  oude_naam text not null,
  nieuwe_naam text not null,
  opmerking text,
  primary key (datum, oude_code, nieuwe_code)
);
comment on table datalab.herindeling is 'Samenvoeging, splitsing of naamswijziging van gemeenten';
comment on column datalab.herindeling.datum is 'Dag van ingang [klasse: feit]';
comment on column datalab.herindeling.oude_code is 'CBS-code die verdween [klasse: feit]';
comment on column datalab.herindeling.nieuwe_code is 'CBS-code waarin zij opging [klasse: feit]';
comment on column datalab.herindeling.aard is 'Samenvoeging, toevoeging, opsplitsing of naamswijziging [klasse: feit]';
comment on column datalab.herindeling.oude_naam is 'Naam die verdween [klasse: feit]';
comment on column datalab.herindeling.nieuwe_naam is 'Naam waarin zij opging [klasse: feit]';
comment on column datalab.herindeling.opmerking is 'Toelichting [klasse: feit]';

create table datalab.inwonertal (
  code text not null,
  jaar int not null,
  inwoners int not null check (inwoners >= 0),
  mannen int not null,
  vrouwen int not null,
  kenmerken jsonb not null default '{}',
  primary key (code, jaar)
);
comment on table datalab.inwonertal is 'Inwoners van een gemeente op 1 januari';
comment on column datalab.inwonertal.code is 'CBS-code van de gemeente [klasse: feit]';
comment on column datalab.inwonertal.jaar is 'Jaar; stand op 1 januari, 2024 op 31 december 2023 [klasse: feit]';
comment on column datalab.inwonertal.inwoners is 'Aantal inwoners [klasse: feit]';
comment on column datalab.inwonertal.mannen is 'Aantal mannen [klasse: feit]';
comment on column datalab.inwonertal.vrouwen is 'Aantal vrouwen [klasse: feit]';
comment on column datalab.inwonertal.kenmerken is 'Huishoudens, leeftijd en oppervlak waar het CBS die geeft [klasse: feit]';

create table datalab.bron (
  id text primary key check (length(id) between 1 and 120),
  titel text not null check (length(titel) between 1 and 300),
  van text,
  datum text,
  regio text,
  openbaar boolean not null
);
comment on table datalab.bron is 'Stuk of tabel waaruit cijfers komen';
comment on column datalab.bron.id is 'Leesbaar kenmerk [klasse: stelsel]';
comment on column datalab.bron.titel is 'Titel [klasse: feit]';
comment on column datalab.bron.van is 'Wie de bron uitgaf [klasse: feit]';
comment on column datalab.bron.datum is 'Datum van de bron, zo precies als bekend [klasse: feit]';
comment on column datalab.bron.regio is 'Regio die de bron inlas; leeg bij meegeleverde bronnen [klasse: feit]';
comment on column datalab.bron.openbaar is 'Is de bron openbaar [klasse: feit]';

-- A changed definition is a new row: figures keep the definition under which they were counted.
create table datalab.indicator (
  code text not null check (code ~ '^[A-Za-z0-9_]+$'),
  definitieversie int not null check (definitieversie >= 1),
  groep text not null,
  inhoud jsonb not null,
  primary key (code, definitieversie)
);
comment on table datalab.indicator is 'Catalogus van indicatoren, per versie van de definitie';
comment on column datalab.indicator.code is 'Code van de indicator [klasse: feit]';
comment on column datalab.indicator.definitieversie is 'Versie van de definitie [klasse: feit]';
comment on column datalab.indicator.groep is 'Onderwerp waaronder de indicator staat [klasse: feit]';
comment on column datalab.indicator.inhoud is 'Naam, definitie, eenheid, teller, noemer, richting, norm, eigenaar, valkuilen [klasse: feit]';

create table datalab.inlezing (
  id uuid primary key,
  regio text not null,
  organisatie_id uuid,
  bestandsnaam text not null check (length(bestandsnaam) between 1 and 200),
  toestand text not null check (toestand in ('proef', 'ingelezen', 'teruggedraaid')),
  tabel jsonb not null,
  keuzes jsonb not null,
  aantal int not null default 0,
  door text not null,
  gemaakt timestamptz not null,
  ingelezen timestamptz,
  teruggedraaid timestamptz,
  teruggedraaid_door text,
  versie int not null default 1
);
create index inlezing_regio on datalab.inlezing (regio, gemaakt desc);
comment on table datalab.inlezing is 'Een keer inlezen van een bestand met cijfers';
comment on column datalab.inlezing.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column datalab.inlezing.regio is 'Regio waarvoor is ingelezen [klasse: feit]';
comment on column datalab.inlezing.organisatie_id is 'Organisatie van wie inlas [klasse: stelsel]';
comment on column datalab.inlezing.bestandsnaam is 'Naam van het bestand [klasse: feit]';
comment on column datalab.inlezing.toestand is 'Proef, ingelezen of teruggedraaid [klasse: feit]';
comment on column datalab.inlezing.tabel is 'Cellen van het bestand zoals gelezen [klasse: feit]';
comment on column datalab.inlezing.keuzes is 'Koppeling van kolommen, bron en openbaarheid [klasse: feit]';
comment on column datalab.inlezing.aantal is 'Aantal ingelezen waarnemingen [klasse: feit]';
comment on column datalab.inlezing.door is 'Wie inlas [klasse: stelsel]';
comment on column datalab.inlezing.gemaakt is 'Tijdstip van aanbieden [klasse: stelsel]';
comment on column datalab.inlezing.ingelezen is 'Tijdstip van inlezen [klasse: stelsel]';
comment on column datalab.inlezing.teruggedraaid is 'Tijdstip van terugdraaien [klasse: stelsel]';
comment on column datalab.inlezing.teruggedraaid_door is 'Wie terugdraaide [klasse: stelsel]';
comment on column datalab.inlezing.versie is 'Telt op bij elke wijziging [klasse: stelsel]';

create table datalab.waarneming (
  id uuid primary key,
  plaatssoort text not null check (plaatssoort in
    ('land', 'landsdeel', 'provincie', 'regio', 'subregio', 'gemeente', 'bovenregionaal')),
  plaats text not null,
  plaatsnaam text not null,
  regio text,
  gemeente text,
  periode text not null,
  periodetekst text not null,
  van date not null,
  tot date not null,
  indicator text not null,
  definitieversie int not null,
  bron_id text not null references datalab.bron,
  plek text not null check (length(plek) between 1 and 300),
  openbaarheid text not null default 'intern' check (openbaarheid in ('openbaar_in_bron', 'intern')),
  organisatie_id uuid,
  foreign key (indicator, definitieversie) references datalab.indicator (code, definitieversie),
  check (tot >= van),
  -- What belongs to nobody's region is public or it is not here.
  check (regio is not null or openbaarheid = 'openbaar_in_bron'),
  check ((plaatssoort = 'gemeente') = (gemeente is not null)),
  unique nulls not distinct (regio, plaatssoort, plaats, periode, periodetekst, indicator, definitieversie, bron_id, plek,
    openbaarheid)
);
create index waarneming_indicator on datalab.waarneming (indicator, regio, gemeente);
comment on table datalab.waarneming is 'Waarneming: een indicator op een plaats in een periode, uit een bron';
comment on column datalab.waarneming.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column datalab.waarneming.plaatssoort is 'Land, landsdeel, provincie, regio, subregio, gemeente of bovenregionaal [klasse: feit]';
comment on column datalab.waarneming.plaats is 'Code van de plaats binnen haar soort [klasse: feit]';
comment on column datalab.waarneming.plaatsnaam is 'Naam van de plaats zoals de bron die geeft [klasse: feit]';
comment on column datalab.waarneming.regio is 'Programmaregio waar het cijfer bij hoort [klasse: feit]';
comment on column datalab.waarneming.gemeente is 'CBS-code als het een gemeente betreft [klasse: feit]';
comment on column datalab.waarneming.periode is 'Code van de periode [klasse: feit]';
comment on column datalab.waarneming.periodetekst is 'Periode zoals de bron die noemt [klasse: feit]';
comment on column datalab.waarneming.van is 'Eerste dag van de periode [klasse: feit]';
comment on column datalab.waarneming.tot is 'Laatste dag van de periode [klasse: feit]';
comment on column datalab.waarneming.indicator is 'Code van de indicator [klasse: feit]';
comment on column datalab.waarneming.definitieversie is 'Versie van de definitie waaronder is geteld [klasse: feit]';
comment on column datalab.waarneming.bron_id is 'Bron [klasse: feit]';
comment on column datalab.waarneming.plek is 'Paragraaf of tabel in de bron [klasse: feit]';
comment on column datalab.waarneming.openbaarheid is 'Openbaar in de bron of intern [klasse: feit]';
comment on column datalab.waarneming.organisatie_id is 'Organisatie die het cijfer inbracht [klasse: stelsel]';

create table datalab.waarneming_versie (
  waarneming_id uuid not null references datalab.waarneming,
  versie int not null check (versie >= 1),
  waarde numeric,
  decimalen smallint not null default 0 check (decimalen between 0 and 6),
  eenheid text not null,
  voorlopig boolean not null,
  overgenomen date not null,
  opmerking text,
  inlezing_id uuid references datalab.inlezing,
  vastgelegd timestamptz not null,
  door text not null,
  reden text not null,
  primary key (waarneming_id, versie)
);
create index waarneming_versie_inlezing on datalab.waarneming_versie (inlezing_id);
comment on table datalab.waarneming_versie is 'Elke stand van een waarneming; een herziening komt erbij en overschrijft niets';
comment on column datalab.waarneming_versie.waarneming_id is 'Waarneming [klasse: stelsel]';
comment on column datalab.waarneming_versie.versie is 'Volgnummer van de stand [klasse: stelsel]';
comment on column datalab.waarneming_versie.waarde is 'Waarde; leeg als de waarneming is teruggetrokken [klasse: feit]';
comment on column datalab.waarneming_versie.decimalen is 'Aantal decimalen zoals de bron die geeft [klasse: feit]';
comment on column datalab.waarneming_versie.eenheid is 'Eenheid zoals de bron die geeft [klasse: feit]';
comment on column datalab.waarneming_versie.voorlopig is 'Noemt de bron het cijfer voorlopig [klasse: feit]';
comment on column datalab.waarneming_versie.overgenomen is 'Dag waarop het cijfer is overgenomen [klasse: feit]';
comment on column datalab.waarneming_versie.opmerking is 'Kanttekening bij het cijfer [klasse: feit]';
comment on column datalab.waarneming_versie.inlezing_id is 'Inlezing die deze stand bracht [klasse: stelsel]';
comment on column datalab.waarneming_versie.vastgelegd is 'Tijdstip van vastleggen [klasse: stelsel]';
comment on column datalab.waarneming_versie.door is 'Wie vastlegde [klasse: stelsel]';
comment on column datalab.waarneming_versie.reden is 'Waarom deze stand er kwam [klasse: feit]';

create table datalab.bevinding (
  code text primary key,
  regio text not null,
  gemeente text,
  klein boolean not null,
  inhoud jsonb not null
);
comment on table datalab.bevinding is 'Tegenstrijdigheid in de bronnen, met beide waarden';
comment on column datalab.bevinding.code is 'Nummer van de bevinding [klasse: feit]';
comment on column datalab.bevinding.regio is 'Programmaregio [klasse: feit]';
comment on column datalab.bevinding.gemeente is 'CBS-code als het een gemeente betreft [klasse: feit]';
comment on column datalab.bevinding.klein is 'Raakt aan een telling van 1 tot en met 4 [klasse: feit]';
comment on column datalab.bevinding.inhoud is 'Titel, uitleg, bron en beide waarden met plaats [klasse: feit]';

-- The latest version of each observation that still stands; row security of the reader applies.
create view datalab.actuele_waarneming with (security_invoker = true) as
  select w.*, v.versie, v.waarde, v.decimalen, v.eenheid, v.voorlopig, v.overgenomen, v.opmerking, v.vastgelegd,
    b.titel as bron_titel, b.van as bron_van, b.datum as bron_datum
  from datalab.waarneming w
  join datalab.bron b on b.id = w.bron_id
  join lateral (select x.* from datalab.waarneming_versie x where x.waarneming_id = w.id
    order by x.versie desc limit 1) v on true
  where v.waarde is not null;

-- Row security. Reference tables: everyone reads, only a release writes.
do $$
declare t text;
begin
  foreach t in array array['gemeente', 'herindeling', 'inwonertal', 'indicator'] loop
    execute format('create policy lezen on datalab.%I for select to la_app using (stelsel.actor() is not null)', t);
    execute format('create policy inlezen on datalab.%I for insert to la_app with check (datalab.is_inlezer())', t);
    execute format('create policy bijwerken on datalab.%I for update to la_app using (datalab.is_inlezer())', t);
  end loop;
end $$;
alter table datalab.gemeente enable row level security;
alter table datalab.gemeente force row level security;
alter table datalab.herindeling enable row level security;
alter table datalab.herindeling force row level security;
alter table datalab.inwonertal enable row level security;
alter table datalab.inwonertal force row level security;
alter table datalab.indicator enable row level security;
alter table datalab.indicator force row level security;
alter table datalab.bron enable row level security;
alter table datalab.bron force row level security;
alter table datalab.inlezing enable row level security;
alter table datalab.inlezing force row level security;
alter table datalab.waarneming enable row level security;
alter table datalab.waarneming force row level security;
alter table datalab.waarneming_versie enable row level security;
alter table datalab.waarneming_versie force row level security;
alter table datalab.bevinding enable row level security;
alter table datalab.bevinding force row level security;

-- A source that is not public is known to who may see a figure of its region.
create policy lezen on datalab.bron for select to la_app using (
  (openbaar and stelsel.actor() is not null) or datalab.is_inlezer() or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[])
  or regio = any ((select toegang.regios('beleidsmedewerker'))::text[]));
create policy inlezen on datalab.bron for insert to la_app
  with check (datalab.is_inlezer() or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy bijwerken on datalab.bron for update to la_app using (datalab.is_inlezer());

create policy beheer on datalab.inlezing for select to la_app using (regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy maken on datalab.inlezing for insert to la_app with check (regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy wijzigen on datalab.inlezing for update to la_app using (regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));

create policy lezen on datalab.waarneming for select to la_app using (
  (openbaarheid = 'openbaar_in_bron' and stelsel.actor() is not null) or datalab.is_inlezer()
  or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]) or (regio = any ((select toegang.regios('beleidsmedewerker'))::text[])
    and gemeente = any ((select toegang.gemeenten('beleidsmedewerker'))::text[])));
create policy inbrengen on datalab.waarneming for insert to la_app
  with check (datalab.is_inlezer() or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));

create policy lezen on datalab.waarneming_versie for select to la_app using (
  exists (select 1 from datalab.waarneming w where w.id = waarneming_id));
create policy inbrengen on datalab.waarneming_versie for insert to la_app with check (
  datalab.is_inlezer()
  or exists (select 1 from datalab.waarneming w where w.id = waarneming_id and w.regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[])));

create policy lezen on datalab.bevinding for select to la_app using (
  (not klein and stelsel.actor() is not null) or datalab.is_inlezer() or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy inlezen on datalab.bevinding for insert to la_app with check (datalab.is_inlezer());
create policy bijwerken on datalab.bevinding for update to la_app using (datalab.is_inlezer());

-- No update and no delete on observations and their versions: a revision adds.
grant select, insert, update on datalab.gemeente, datalab.herindeling, datalab.inwonertal, datalab.indicator,
  datalab.bron, datalab.inlezing, datalab.bevinding to la_app;
grant select, insert on datalab.waarneming, datalab.waarneming_versie to la_app;
grant select on datalab.actuele_waarneming to la_app;
