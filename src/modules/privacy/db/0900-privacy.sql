-- Rights of persons, retention and destruction, the clock of notice. What identifies somebody stands encrypted under a
-- key of the request; what is destroyed leaves a record that names nobody. Files and persons by opaque id only.
create schema privacy;
grant usage on schema privacy to la_app;

create table privacy.bewaartermijn (
  id uuid primary key default gen_random_uuid(),
  regio text,
  soort text not null check (soort in ('veilig_thuis', 'wmo', 'jeugdhulp', 'huisverbod', 'logboek', 'verzoek')),
  jaren integer not null check (jaren between 1 and 100),
  vanaf text not null check (vanaf in ('laatste_wijziging', 'besluit', 'vastlegging')),
  wet text not null check (length(wet) between 1 and 200),
  artikel text not null check (length(artikel) between 1 and 100),
  bron text not null check (length(bron) between 1 and 500),
  praktijk text check (length(praktijk) between 1 and 2000),
  bevestigd boolean not null,
  van date not null,
  tot date check (tot > van),
  door uuid references toegang.persoon
);
create unique index bewaartermijn_open on privacy.bewaartermijn (coalesce(regio, ''), soort) where tot is null;
comment on table privacy.bewaartermijn is 'Hoe lang een soort gegeven wordt bewaard, met bron en geldigheid; een wijziging is een nieuwe rij';
comment on column privacy.bewaartermijn.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column privacy.bewaartermijn.regio is 'Regio waarvoor dit geldt; leeg is elke regio zonder eigen regel [klasse: feit]';
comment on column privacy.bewaartermijn.soort is 'Soort gegeven [klasse: feit]';
comment on column privacy.bewaartermijn.jaren is 'Lengte in jaren [klasse: feit]';
comment on column privacy.bewaartermijn.vanaf is 'Gebeurtenis waarna de termijn loopt [klasse: feit]';
comment on column privacy.bewaartermijn.wet is 'Wet waarop de termijn berust [klasse: feit]';
comment on column privacy.bewaartermijn.artikel is 'Artikel van die wet [klasse: feit]';
comment on column privacy.bewaartermijn.bron is 'Waar de lengte is gelezen [klasse: feit]';
comment on column privacy.bewaartermijn.praktijk is 'Wat andere bronnen anders zeggen [klasse: feit]';
comment on column privacy.bewaartermijn.bevestigd is 'Heeft een bron de lengte bevestigd [klasse: feit]';
comment on column privacy.bewaartermijn.van is 'Eerste dag waarop dit geldt [klasse: feit]';
comment on column privacy.bewaartermijn.tot is 'Eerste dag waarop dit niet meer geldt; leeg is nog [klasse: feit]';
comment on column privacy.bewaartermijn.door is 'Wie dit vaststelde; leeg is de uitgave zelf [klasse: stelsel]';

insert into privacy.bewaartermijn (soort, jaren, vanaf, wet, artikel, bron, praktijk, bevestigd, van) values
  ('veilig_thuis', 20, 'laatste_wijziging', 'Wmo 2015', '5.3.4', 'wetten.overheid.nl, BWBR0035362, toestand 1 juli 2026',
   'Pagina''s van sommige Veilig Thuis-organisaties rekenen bij kinderen vanaf de achttiende verjaardag van het jongste kind, of noemen 15 jaar. De gelezen wettekst kent dat niet; langer bewaren vraagt de grond ''nodig voor een zorgvuldige taakuitoefening''.',
   true, '2015-01-01'),
  ('wmo', 15, 'laatste_wijziging', 'Wmo 2015', '5.3.4', 'wetten.overheid.nl, BWBR0035362, toestand 1 juli 2026',
   'Wetsvoorstel 36 579 zou deze termijn verkorten; de uitkomst is niet gevonden.', true, '2015-01-01'),
  ('jeugdhulp', 20, 'laatste_wijziging', 'Jeugdwet', '7.3.8', 'wetten.overheid.nl, BWBR0034925, lid 3',
   'Een oudere pagina van de rijksoverheid noemt 15 jaar; sommige pagina''s rekenen vanaf het einde van de hulp.', true, '2015-01-01'),
  ('huisverbod', 5, 'besluit', 'Wet tijdelijk huisverbod', '10', 'wetten.overheid.nl, BWBR0024649',
   'Geldt voor het besluit en de stukken bij de gemeente; aantekeningen van Veilig Thuis volgen het dossier van Veilig Thuis.', true, '2009-01-01'),
  ('logboek', 5, 'vastlegging', 'AVG', '5(1)(e) en 32', 'NEN 7513:2018, ten minste vijf jaar, volgens een leverancier (dazr.eu)',
   'De norm zelf is niet gelezen; sommige organisaties bewaren het logboek even lang als het dossier.', false, '2018-05-25'),
  ('verzoek', 5, 'besluit', 'AVG', '5(2)', 'Afspraak van dit huis: zo lang als verantwoording over een besluit nodig kan zijn',
   'Geen wet noemt een lengte; een selectielijst van de eigen organisatie kan anders bepalen.', false, '2018-05-25');

create table privacy.aanhouding (
  id uuid primary key,
  dossier_id uuid not null references toegang.dossier on delete cascade,
  organisatie_id uuid not null references toegang.organisatie,
  grond text not null check (grond in ('rechtszaak', 'klacht', 'onderzoek_toezichthouder', 'zorgvuldige_taak', 'belang_ander')),
  van date not null,
  tot date check (tot >= van),
  door uuid not null references toegang.persoon,
  opgeheven_door uuid references toegang.persoon
);
create index aanhouding_dossier on privacy.aanhouding (dossier_id);
comment on table privacy.aanhouding is 'Reden om een dossier niet te vernietigen zolang zij geldt; wint van elke termijn';
comment on column privacy.aanhouding.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column privacy.aanhouding.dossier_id is 'Dossier dat blijft [klasse: stelsel]';
comment on column privacy.aanhouding.organisatie_id is 'Organisatie die aanhoudt [klasse: feit]';
comment on column privacy.aanhouding.grond is 'Code van de reden [klasse: feit]';
comment on column privacy.aanhouding.van is 'Eerste dag [klasse: feit]';
comment on column privacy.aanhouding.tot is 'Eerste dag waarop niet meer; leeg is nog [klasse: feit]';
comment on column privacy.aanhouding.door is 'Wie aanhield [klasse: stelsel]';
comment on column privacy.aanhouding.opgeheven_door is 'Wie de aanhouding ophief [klasse: stelsel]';

create table privacy.vernietigingslijst (
  id uuid primary key,
  regio text not null,
  organisatie_id uuid not null references toegang.organisatie,
  aanleiding text not null check (aanleiding in ('bewaartermijn', 'verzoek')),
  opgesteld_op date not null,
  uitgevoerd_op date check (uitgevoerd_op >= opgesteld_op)
);
create index vernietigingslijst_organisatie on privacy.vernietigingslijst (organisatie_id, opgesteld_op);
comment on table privacy.vernietigingslijst is 'Voorstel van dossiers om te vernietigen; het stelsel stelt voor, twee mensen beslissen per regel';
comment on column privacy.vernietigingslijst.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column privacy.vernietigingslijst.regio is 'Regio [klasse: feit]';
comment on column privacy.vernietigingslijst.organisatie_id is 'Organisatie die verwerkingsverantwoordelijke is [klasse: feit]';
comment on column privacy.vernietigingslijst.aanleiding is 'Bewaartermijn om, of een verzoek van een betrokkene [klasse: feit]';
comment on column privacy.vernietigingslijst.opgesteld_op is 'Dag van opstellen [klasse: feit]';
comment on column privacy.vernietigingslijst.uitgevoerd_op is 'Dag waarop de laatste regel was afgehandeld; leeg is nog niet [klasse: feit]';

create table privacy.vernietigingsregel (
  id uuid primary key,
  lijst_id uuid not null references privacy.vernietigingslijst,
  dossier_id uuid references toegang.dossier on delete set null,
  soort text not null,
  jaar integer not null,
  vervallen_op date not null,
  grond text not null,
  stand text not null default 'open' check (stand in ('open', 'overgeslagen', 'vernietigd')),
  reden text check (reden ~ '^[a-z][a-z0-9_]{0,60}$'),
  eerste_door uuid references toegang.persoon,
  eerste_op date,
  tweede_door uuid references toegang.persoon,
  tweede_op date,
  check ((eerste_door is null) = (eerste_op is null)),
  check ((tweede_door is null) = (tweede_op is null)),
  -- Four eyes: two different people, the first before the second; without both nothing is destroyed.
  check (tweede_door is null or (eerste_door is not null and tweede_door <> eerste_door)),
  check (stand <> 'vernietigd' or tweede_door is not null)
);
create unique index vernietigingsregel_dossier on privacy.vernietigingsregel (dossier_id) where stand = 'open';
create index vernietigingsregel_lijst on privacy.vernietigingsregel (lijst_id);
comment on table privacy.vernietigingsregel is 'Eén dossier op een vernietigingslijst; na vernietiging zonder kenmerk van het dossier';
comment on column privacy.vernietigingsregel.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column privacy.vernietigingsregel.lijst_id is 'Lijst [klasse: stelsel]';
comment on column privacy.vernietigingsregel.dossier_id is 'Dossier; leeg na vernietiging [klasse: stelsel]';
comment on column privacy.vernietigingsregel.soort is 'Soort bewaartermijn [klasse: feit]';
comment on column privacy.vernietigingsregel.jaar is 'Jaar van de laatste wijziging [klasse: feit]';
comment on column privacy.vernietigingsregel.vervallen_op is 'Eerste dag na de bewaartermijn, of de dag van het verzoek [klasse: feit]';
comment on column privacy.vernietigingsregel.grond is 'Wet en artikel [klasse: feit]';
comment on column privacy.vernietigingsregel.stand is 'open, overgeslagen of vernietigd [klasse: feit]';
comment on column privacy.vernietigingsregel.reden is 'Code van de reden van overslaan [klasse: feit]';
comment on column privacy.vernietigingsregel.eerste_door is 'Wie als eerste akkoord gaf [klasse: stelsel]';
comment on column privacy.vernietigingsregel.eerste_op is 'Dag van het eerste akkoord [klasse: feit]';
comment on column privacy.vernietigingsregel.tweede_door is 'Wie als tweede akkoord gaf; een ander dan de eerste [klasse: stelsel]';
comment on column privacy.vernietigingsregel.tweede_op is 'Dag van het tweede akkoord [klasse: feit]';

create table privacy.vernietiging (
  lijst_id uuid not null references privacy.vernietigingslijst,
  soort text not null,
  jaar integer not null,
  grond text not null,
  uitgevoerd_op date not null,
  aantal integer not null check (aantal > 0),
  primary key (lijst_id, soort, jaar, grond, uitgevoerd_op)
);
comment on table privacy.vernietiging is 'Bewijs van vernietiging: wat voor soort, van welk jaar, hoeveel, op welke grond; noemt niemand';
comment on column privacy.vernietiging.lijst_id is 'Lijst waarop het stond [klasse: stelsel]';
comment on column privacy.vernietiging.soort is 'Soort bewaartermijn [klasse: feit]';
comment on column privacy.vernietiging.jaar is 'Jaar van de laatste wijziging [klasse: feit]';
comment on column privacy.vernietiging.grond is 'Wet en artikel [klasse: feit]';
comment on column privacy.vernietiging.uitgevoerd_op is 'Dag van vernietigen [klasse: feit]';
comment on column privacy.vernietiging.aantal is 'Aantal dossiers [klasse: feit]';

create table privacy.wisregel (
  id uuid primary key,
  op timestamptz not null default now(),
  schoon boolean not null default false
);
create index wisregel_vuil on privacy.wisregel (id) where not schoon;
comment on table privacy.wisregel is 'Welke regels van de wislijst buiten de database hier zijn uitgevoerd; wat ontbreekt, wordt voor het starten nagespeeld';
comment on column privacy.wisregel.id is 'Kenmerk van de regel op de wislijst [klasse: stelsel]';
comment on column privacy.wisregel.op is 'Wanneer hier uitgevoerd [klasse: stelsel]';
comment on column privacy.wisregel.schoon is 'Zijn de plaatsen op schijf waar het stond daarna herschreven [klasse: stelsel]';

create table privacy.verzoek (
  id uuid primary key,
  regio text not null,
  organisatie_id uuid not null references toegang.organisatie,
  soort text not null check (soort in ('inzage', 'afschrift', 'verbetering', 'beperking', 'bezwaar', 'vernietiging')),
  dossier_id uuid references toegang.dossier on delete set null,
  betrokkene_id uuid references toegang.betrokkene on delete set null,
  sleutel_id text,
  aanvrager bytea not null,
  vraag bytea,
  door text not null check (door in ('zelf', 'vertegenwoordiger')),
  leeftijd text not null check (leeftijd in ('onder_12', '12_tot_16', '16_plus')),
  wilsbekwaam boolean not null,
  taak text not null check (taak in ('veilig_thuis', 'wmo', 'jeugdhulp')),
  ontvangen_op date not null,
  vastgelegd_door uuid not null references toegang.persoon,
  identiteit text check (identiteit in ('document_gezien', 'digid', 'bekend_bij_behandelaar')),
  identiteit_door uuid references toegang.persoon,
  identiteit_op date,
  einddatum date not null,
  verlengd_op date,
  verlengd_reden text check (verlengd_reden in ('complex', 'veel_verzoeken')),
  stand text not null default 'open' check (stand in ('open', 'voorgesteld', 'besloten', 'ingetrokken')),
  besluit text check (besluit in ('toegewezen', 'gedeeltelijk', 'geweigerd')),
  gronden text[] not null default '{}',
  motivering bytea,
  belang_ander text check (belang_ander in ('geen', 'niet_aanmerkelijk', 'aanmerkelijk')),
  belang_kind text check (belang_kind in ('geen', 'niet_strijdig', 'strijdig')),
  eerste_door uuid references toegang.persoon,
  eerste_op date,
  tweede_door uuid references toegang.persoon,
  tweede_op date,
  brief_op date,
  versie integer not null default 1 check (versie > 0),
  check ((identiteit is null) = (identiteit_door is null) and (identiteit is null) = (identiteit_op is null)),
  check ((verlengd_op is null) = (verlengd_reden is null)),
  check ((eerste_door is null) = (eerste_op is null)),
  check ((tweede_door is null) = (tweede_op is null)),
  check (tweede_door is null or (eerste_door is not null and tweede_door <> eerste_door)),
  check (stand not in ('voorgesteld', 'besloten') or (besluit is not null and eerste_door is not null and identiteit is not null)),
  check ((stand = 'besloten') = (tweede_door is not null))
);
create index verzoek_organisatie on privacy.verzoek (organisatie_id, stand, einddatum);
create index verzoek_dossier on privacy.verzoek (dossier_id);
create index verzoek_betrokkene on privacy.verzoek (betrokkene_id);
comment on table privacy.verzoek is 'Vraag van een betrokkene over zijn gegevens, met het besluit van twee mensen';
comment on column privacy.verzoek.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column privacy.verzoek.regio is 'Regio [klasse: feit]';
comment on column privacy.verzoek.organisatie_id is 'Organisatie die verwerkingsverantwoordelijke is [klasse: feit]';
comment on column privacy.verzoek.soort is 'Waarom wordt gevraagd [klasse: feit]';
comment on column privacy.verzoek.dossier_id is 'Dossier waarover; leeg is nog niet gevonden of vernietigd [klasse: stelsel]';
comment on column privacy.verzoek.betrokkene_id is 'Persoon over wie; leeg is nog niet gekoppeld of vernietigd [klasse: stelsel]';
comment on column privacy.verzoek.sleutel_id is 'Sleutel van dit verzoek in de kluis; leeg na vernietiging [klasse: stelsel]';
comment on column privacy.verzoek.aanvrager is 'Wie vraagt en hoe hij zegt bereikbaar te zijn, versleuteld [klasse: identificerend]';
comment on column privacy.verzoek.vraag is 'De vraag in eigen woorden, versleuteld [klasse: inhoud]';
comment on column privacy.verzoek.door is 'De betrokkene zelf of een vertegenwoordiger [klasse: feit]';
comment on column privacy.verzoek.leeftijd is 'Leeftijdsgroep van de betrokkene bij ontvangst [klasse: feit]';
comment on column privacy.verzoek.wilsbekwaam is 'Kan de betrokkene zijn belangen redelijk waarderen [klasse: feit]';
comment on column privacy.verzoek.taak is 'Wettelijke taak; hieruit volgen de regels [klasse: feit]';
comment on column privacy.verzoek.ontvangen_op is 'Dag van ontvangst [klasse: feit]';
comment on column privacy.verzoek.vastgelegd_door is 'Wie het vastlegde [klasse: stelsel]';
comment on column privacy.verzoek.identiteit is 'Hoe de identiteit is vastgesteld; leeg is nog niet [klasse: feit]';
comment on column privacy.verzoek.identiteit_door is 'Wie haar vaststelde [klasse: stelsel]';
comment on column privacy.verzoek.identiteit_op is 'Wanneer [klasse: feit]';
comment on column privacy.verzoek.einddatum is 'Laatste dag om te beslissen, volgens de regels bij ontvangst [klasse: feit]';
comment on column privacy.verzoek.verlengd_op is 'Dag waarop de termijn is verlengd [klasse: feit]';
comment on column privacy.verzoek.verlengd_reden is 'Code van de reden van verlengen [klasse: feit]';
comment on column privacy.verzoek.stand is 'open, voorgesteld, besloten of ingetrokken [klasse: feit]';
comment on column privacy.verzoek.besluit is 'toegewezen, gedeeltelijk of geweigerd [klasse: feit]';
comment on column privacy.verzoek.gronden is 'Codes van de weigeringsgronden [klasse: feit]';
comment on column privacy.verzoek.motivering is 'Waarom, in eigen woorden, versleuteld [klasse: inhoud]';
comment on column privacy.verzoek.belang_ander is 'Gewogen belang van een ander [klasse: feit]';
comment on column privacy.verzoek.belang_kind is 'Gewogen belang van het kind bij vertegenwoordiging [klasse: feit]';
comment on column privacy.verzoek.eerste_door is 'Wie het besluit voorstelde [klasse: stelsel]';
comment on column privacy.verzoek.eerste_op is 'Dag van voorstellen [klasse: feit]';
comment on column privacy.verzoek.tweede_door is 'Wie besliste; een ander dan wie voorstelde [klasse: stelsel]';
comment on column privacy.verzoek.tweede_op is 'Dag van beslissen [klasse: feit]';
comment on column privacy.verzoek.brief_op is 'Dag waarop de brief is gemaakt [klasse: feit]';
comment on column privacy.verzoek.versie is 'Versie, voor wie tegelijk wijzigen [klasse: stelsel]';

create table privacy.kennisgeving (
  id uuid primary key,
  dossier_id uuid not null references toegang.dossier on delete cascade,
  betrokkene_id uuid not null references toegang.betrokkene on delete cascade,
  organisatie_id uuid not null references toegang.organisatie,
  vastgelegd_op date not null,
  stand text not null default 'open' check (stand in ('open', 'gedaan', 'vervallen')),
  afgehandeld_op date check (afgehandeld_op >= vastgelegd_op),
  afgehandeld_door uuid references toegang.persoon,
  check ((stand = 'open') = (afgehandeld_op is null))
);
create unique index kennisgeving_open on privacy.kennisgeving (dossier_id, betrokkene_id) where stand = 'open';
create index kennisgeving_organisatie on privacy.kennisgeving (organisatie_id, stand);
comment on table privacy.kennisgeving is 'Klok voor het bericht aan een betrokkene dat over hem gegevens zijn vastgelegd';
comment on column privacy.kennisgeving.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column privacy.kennisgeving.dossier_id is 'Dossier [klasse: stelsel]';
comment on column privacy.kennisgeving.betrokkene_id is 'Wie bericht moet krijgen [klasse: stelsel]';
comment on column privacy.kennisgeving.organisatie_id is 'Organisatie die moet berichten [klasse: feit]';
comment on column privacy.kennisgeving.vastgelegd_op is 'Dag van vastleggen [klasse: feit]';
comment on column privacy.kennisgeving.stand is 'open, gedaan of vervallen [klasse: feit]';
comment on column privacy.kennisgeving.afgehandeld_op is 'Dag van afhandelen [klasse: feit]';
comment on column privacy.kennisgeving.afgehandeld_door is 'Wie afhandelde [klasse: stelsel]';

create table privacy.uitstel (
  kennisgeving_id uuid not null references privacy.kennisgeving on delete cascade,
  volgnummer integer not null check (volgnummer between 1 and 200),
  tot date not null,
  reden text not null check (reden in ('geweld_beeindigen', 'onderzoek')),
  besloten_op date not null,
  door uuid not null references toegang.persoon,
  primary key (kennisgeving_id, volgnummer)
);
comment on table privacy.uitstel is 'Uitstel van een kennisgeving, telkens ten hoogste twee weken en met een reden';
comment on column privacy.uitstel.kennisgeving_id is 'Kennisgeving [klasse: stelsel]';
comment on column privacy.uitstel.volgnummer is 'Hoeveelste uitstel [klasse: stelsel]';
comment on column privacy.uitstel.tot is 'Nieuwe laatste dag [klasse: feit]';
comment on column privacy.uitstel.reden is 'Code van de noodzaak [klasse: feit]';
comment on column privacy.uitstel.besloten_op is 'Dag van het besluit [klasse: feit]';
comment on column privacy.uitstel.door is 'Wie besloot [klasse: stelsel]';

-- Keys that go with a file. A later room that encrypts under keys of its own replaces this function and the next by a
-- newer version in its migration; a test compares both with every column sleutel_id in the database.
create function privacy.sleutels_van(gezocht uuid) returns setof text language sql stable as
$$ select sleutel_id from casus.sleutel where casus_id = gezocht
   union select sleutel_id from casus.concept where casus_id = gezocht
   union select sleutel_id from gezin.geheim_adres where dossier_id = gezocht
   union select sleutel_id from toegang.noodtoegang where dossier_id = gezocht
   union select sleutel_id from privacy.verzoek where dossier_id = gezocht and sleutel_id is not null $$;
-- Which of these keys still open something: asked after the rows are gone, so that nothing else loses its key.
create function privacy.sleutels_in_gebruik(gevraagd text[]) returns setof text language sql stable as
$$ select s from unnest(gevraagd) s where
     exists (select 1 from toegang.persoon where sleutel_id = s) or exists (select 1 from gezin.persoon where sleutel_id = s)
     or exists (select 1 from gezin.geheim_adres where sleutel_id = s) or exists (select 1 from casus.sleutel where sleutel_id = s)
     or exists (select 1 from casus.concept where sleutel_id = s) or exists (select 1 from toegang.noodtoegang where sleutel_id = s)
     or exists (select 1 from toegang.bewaard_verzoek where sleutel_id = s)
     or exists (select 1 from toegang.aanmelddienst where sleutel_id = s) or exists (select 1 from privacy.verzoek where sleutel_id = s) $$;
-- People who are in this file and in no other: they go with it.
create function privacy.alleen_in(gezocht uuid) returns setof uuid language sql stable as
$$ select k.betrokkene_id from toegang.betrokkenheid k where k.dossier_id = gezocht
     and not exists (select 1 from toegang.betrokkenheid a where a.betrokkene_id = k.betrokkene_id and a.dossier_id <> gezocht) $$;
-- The last day on which anything in a file was written.
create function privacy.laatst_gewijzigd(gezocht uuid) returns date language sql stable as
$$ select greatest(c.laatste_wijziging,
     (select max(vastgelegd_op)::date from casus.notitie where casus_id = gezocht),
     (select max(vastgelegd_op)::date from casus.document where casus_id = gezocht),
     (select max(vastgelegd_op)::date from casus.politiegegeven where casus_id = gezocht),
     (select max(vastgelegd_op)::date from casus.verklaring where casus_id = gezocht))
   from casus.casus c where c.id = gezocht $$;

-- A privacy officer knows a file by its number or by nothing: never its content, never one from which he is barred.
create function privacy.vind_dossier(gezocht bytea) returns table (id uuid, regio text, organisatie_id uuid, taak text)
  language sql stable security definer set search_path = '' as
$$ select c.id, c.regio, c.organisatie_id, c.taak from casus.casus c where c.nummer_index = gezocht
   and c.organisatie_id = any (toegang.organisaties('privacyfunctionaris')) and not toegang.geblokkeerd(c.id) $$;
create function privacy.nummers(gevraagd uuid[]) returns table (id uuid, nummer text)
  language sql stable security definer set search_path = '' as
$$ select c.id, c.nummer from casus.casus c where c.id = any (gevraagd)
   and c.organisatie_id = any (toegang.organisaties('privacyfunctionaris')) and not toegang.geblokkeerd(c.id) $$;

-- Nobody signs in another's name, and a second signature is under exactly what the first one signed.
create function privacy.vier_ogen() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.eerste_door is not null or new.tweede_door is not null then
      raise exception 'Een akkoord staat er niet bij het aanmaken.' using errcode = '42501';
    end if;
    return new;
  end if;
  if new.eerste_door is distinct from old.eerste_door and new.eerste_door is not null
    and new.eerste_door is distinct from stelsel.persoon()
    or new.tweede_door is distinct from old.tweede_door and new.tweede_door is not null
    and (new.tweede_door is distinct from stelsel.persoon() or new.eerste_door is distinct from old.eerste_door) then
    raise exception 'Akkoord geeft iedereen alleen voor zichzelf.' using errcode = '42501';
  end if;
  return new;
end $$;
create function privacy.zelfde_voorstel() returns trigger language plpgsql as $$
begin
  if new.tweede_door is not null and not stelsel.is_stelsel()
    and (new.besluit, new.gronden, new.motivering, new.belang_ander, new.belang_kind, new.betrokkene_id, new.dossier_id)
      is distinct from (old.besluit, old.gronden, old.motivering, old.belang_ander, old.belang_kind, old.betrokkene_id, old.dossier_id) then
    raise exception 'Wat is voorgesteld, wordt zo besloten of opnieuw voorgesteld.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger vier_ogen before insert or update on privacy.vernietigingsregel
  for each row execute function privacy.vier_ogen();
create trigger vier_ogen before insert or update on privacy.verzoek for each row execute function privacy.vier_ogen();
create trigger zelfde_voorstel before update on privacy.verzoek for each row execute function privacy.zelfde_voorstel();

revoke all on all functions in schema privacy from public;
grant execute on all functions in schema privacy to la_app;

do $$ declare t text; begin
  foreach t in array array['bewaartermijn', 'aanhouding', 'vernietigingslijst', 'vernietigingsregel', 'vernietiging',
    'wisregel', 'verzoek', 'kennisgeving', 'uitstel'] loop
    execute format('create policy poort on privacy.%I for select to la_eigenaar using (true)', t);
    execute format('create policy stelsel on privacy.%I for all to la_app using (stelsel.is_stelsel()) with check (stelsel.is_stelsel())', t);
  end loop;
end $$;
alter table privacy.bewaartermijn enable row level security;
alter table privacy.bewaartermijn force row level security;
alter table privacy.aanhouding enable row level security;
alter table privacy.aanhouding force row level security;
alter table privacy.vernietigingslijst enable row level security;
alter table privacy.vernietigingslijst force row level security;
alter table privacy.vernietigingsregel enable row level security;
alter table privacy.vernietigingsregel force row level security;
alter table privacy.vernietiging enable row level security;
alter table privacy.vernietiging force row level security;
alter table privacy.wisregel enable row level security;
alter table privacy.wisregel force row level security;
alter table privacy.verzoek enable row level security;
alter table privacy.verzoek force row level security;
alter table privacy.kennisgeving enable row level security;
alter table privacy.kennisgeving force row level security;
alter table privacy.uitstel enable row level security;
alter table privacy.uitstel force row level security;

create policy lezen on privacy.bewaartermijn for select to la_app using (stelsel.persoon() is not null);
create policy vaststellen on privacy.bewaartermijn for insert to la_app with check (
  door = stelsel.persoon() and van > stelsel.vandaag()
  and regio = any ((select toegang.regios('privacyfunctionaris'))::text[]));
create policy afsluiten on privacy.bewaartermijn for update to la_app
  using (tot is null and regio = any ((select toegang.regios('privacyfunctionaris'))::text[]))
  with check (tot > stelsel.vandaag() and regio = any ((select toegang.regios('privacyfunctionaris'))::text[]));

create policy lezen on privacy.aanhouding for select to la_app using (
  dossier_id = any ((select toegang.dossiers_voor('regie'))::uuid[])
  or (organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[]) and not toegang.geblokkeerd(dossier_id)));
create policy aanhouden on privacy.aanhouding for insert to la_app with check (
  door = stelsel.persoon() and van = stelsel.vandaag() and tot is null and toegang.houdt(dossier_id, organisatie_id)
  and (dossier_id = any ((select toegang.dossiers_voor('regie'))::uuid[])
    or (organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[]) and not toegang.geblokkeerd(dossier_id))));
create policy opheffen on privacy.aanhouding for update to la_app
  using (tot is null and organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
    and not toegang.geblokkeerd(dossier_id))
  with check (opgeheven_door = stelsel.persoon() and tot = stelsel.vandaag());

create policy lezen on privacy.vernietigingslijst for select to la_app
  using (organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[]));
-- Who is barred from a file does not see its line and cannot approve it; a colleague does.
create policy lezen on privacy.vernietigingsregel for select to la_app using (
  lijst_id in (select l.id from privacy.vernietigingslijst l
    where l.organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[]))
  and (dossier_id is null or not toegang.geblokkeerd(dossier_id)));
create policy akkoord on privacy.vernietigingsregel for update to la_app using (stand = 'open' and tweede_door is null
  and lijst_id in (select l.id from privacy.vernietigingslijst l
    where l.organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[]))
  and not toegang.geblokkeerd(dossier_id))
  with check (stand in ('open', 'overgeslagen'));
create policy lezen on privacy.vernietiging for select to la_app using (lijst_id in (select l.id
  from privacy.vernietigingslijst l where l.organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])));

create policy lezen on privacy.verzoek for select to la_app using (
  dossier_id = any ((select toegang.dossiers_voor('regie'))::uuid[])
  or (organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
    and (dossier_id is null or not toegang.geblokkeerd(dossier_id))));
create policy vastleggen on privacy.verzoek for insert to la_app with check (
  vastgelegd_door = stelsel.persoon() and stand = 'open'
  and organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
  and regio = any ((select toegang.regios('privacyfunctionaris'))::text[])
  and (dossier_id is null or (toegang.houdt(dossier_id, organisatie_id) and not toegang.geblokkeerd(dossier_id))));
create policy behandelen on privacy.verzoek for update to la_app using (
  stand in ('open', 'voorgesteld', 'besloten') and (dossier_id = any ((select toegang.dossiers_voor('regie'))::uuid[])
  or (organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
    and (dossier_id is null or not toegang.geblokkeerd(dossier_id)))))
  with check (dossier_id is null or toegang.houdt(dossier_id, organisatie_id));

create policy lezen on privacy.kennisgeving for select to la_app using (
  dossier_id = any ((select toegang.dossiers())::uuid[])
  or (organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[]) and not toegang.geblokkeerd(dossier_id)));
create policy beginnen on privacy.kennisgeving for insert to la_app with check (
  toegang.houdt(dossier_id, organisatie_id) and stand = 'open'
  and (dossier_id = any ((select toegang.dossiers())::uuid[]) or toegang.zojuist_aangelegd(dossier_id)));
create policy afhandelen on privacy.kennisgeving for update to la_app
  using (stand = 'open' and dossier_id || ':' || organisatie_id = any ((select toegang.dossierorganisaties())::text[]))
  with check (afgehandeld_door = stelsel.persoon());
create policy lezen on privacy.uitstel for select to la_app
  using (exists (select 1 from privacy.kennisgeving k where k.id = kennisgeving_id));
create policy uitstellen on privacy.uitstel for insert to la_app with check (door = stelsel.persoon()
  and besloten_op = stelsel.vandaag() and exists (select 1 from privacy.kennisgeving k where k.id = kennisgeving_id
    and k.stand = 'open' and k.dossier_id || ':' || k.organisatie_id = any ((select toegang.dossierorganisaties())::text[])));

grant select, insert on all tables in schema privacy to la_app;
grant update (tot) on privacy.bewaartermijn to la_app;
grant update (tot, opgeheven_door) on privacy.aanhouding to la_app;
grant update (uitgevoerd_op) on privacy.vernietigingslijst to la_app;
grant update (stand, reden, eerste_door, eerste_op, tweede_door, tweede_op) on privacy.vernietigingsregel to la_app;
grant update (aantal) on privacy.vernietiging to la_app;
grant update (schoon) on privacy.wisregel to la_app;
grant update (dossier_id, betrokkene_id, sleutel_id, aanvrager, vraag, identiteit, identiteit_door, identiteit_op, einddatum,
  verlengd_op, verlengd_reden, stand, besluit, gronden, motivering, belang_ander, belang_kind, eerste_door, eerste_op,
  tweede_door, tweede_op, brief_op, versie) on privacy.verzoek to la_app;
grant update (stand, afgehandeld_op, afgehandeld_door) on privacy.kennisgeving to la_app;
-- Row security lets only the system delete: by an approved list.
grant delete on privacy.kennisgeving to la_app;
grant delete on toegang.blokkade to la_app;
