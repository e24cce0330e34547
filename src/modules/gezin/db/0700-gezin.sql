-- Persons and households. Who somebody is stands encrypted under a key of that person; what is a date, a code or a
-- municipality stands plain. A person is seen by who has a relation with a file about that person, and by nobody else.
create schema gezin;
grant usage on schema gezin to la_app;

create table gezin.persoon (
  id uuid primary key references toegang.betrokkene,
  regio text not null,
  organisatie_id uuid not null references toegang.organisatie,
  sleutel_id text not null,
  gegevens bytea not null,
  bsn bytea,
  bsn_grond text check (bsn_grond ~ '^[a-z][a-z0-9_]{0,60}$'),
  geslacht text not null default 'onbekend' check (geslacht in ('man', 'vrouw', 'anders', 'onbekend')),
  leeftijdsband text not null default 'onbekend'
    check (leeftijdsband in ('0-3', '4-11', '12-17', '18-22', '23-64', '65+', 'onbekend')),
  gemeente text check (gemeente ~ '^GM[0-9]{4}$'),
  versie integer not null default 1 check (versie > 0),
  laatste_wijziging date not null,
  check ((bsn is null) = (bsn_grond is null))
);
comment on table gezin.persoon is 'Mens over wie een dossier gaat';
comment on column gezin.persoon.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column gezin.persoon.regio is 'Regio [klasse: feit]';
comment on column gezin.persoon.organisatie_id is 'Organisatie die verwerkingsverantwoordelijke is [klasse: feit]';
comment on column gezin.persoon.sleutel_id is 'Sleutel van deze persoon in de kluis [klasse: stelsel]';
comment on column gezin.persoon.gegevens is 'Naamdelen, geboortedatum, telefoon en e-mail, elk met hoe zeker het is; versleuteld [klasse: identificerend]';
comment on column gezin.persoon.bsn is 'Burgerservicenummer, alleen waar de wet het noemt; versleuteld [klasse: identificerend]';
comment on column gezin.persoon.bsn_grond is 'Code van de wettelijke grond voor het burgerservicenummer [klasse: feit]';
comment on column gezin.persoon.geslacht is 'Geslacht [klasse: feit]';
comment on column gezin.persoon.leeftijdsband is 'Leeftijdsgroep, vastgesteld bij het schrijven [klasse: feit]';
comment on column gezin.persoon.gemeente is 'CBS-code van de woongemeente [klasse: feit]';
comment on column gezin.persoon.versie is 'Versie, voor wie tegelijk wijzigen [klasse: stelsel]';
comment on column gezin.persoon.laatste_wijziging is 'Dag van de laatste wijziging; hieruit volgt de bewaartermijn [klasse: feit]';

create table gezin.persoon_versie (
  persoon_id uuid not null references gezin.persoon on delete cascade,
  versie integer not null,
  gegevens bytea not null,
  bsn bytea,
  geldig_van date not null,
  vastgelegd_op timestamptz not null default now(),
  door uuid,
  reden text not null check (reden ~ '^[a-z][a-z0-9_]{0,60}$'),
  primary key (persoon_id, versie)
);
comment on table gezin.persoon_versie is 'Elke versie van een persoon; alleen toe te voegen, en weg met de persoon';
comment on column gezin.persoon_versie.persoon_id is 'Persoon [klasse: stelsel]';
comment on column gezin.persoon_versie.versie is 'Versie [klasse: stelsel]';
comment on column gezin.persoon_versie.gegevens is 'Zoals gezin.persoon.gegevens, in deze versie [klasse: identificerend]';
comment on column gezin.persoon_versie.bsn is 'Zoals gezin.persoon.bsn, in deze versie [klasse: identificerend]';
comment on column gezin.persoon_versie.geldig_van is 'Dag vanaf wanneer dit zo was [klasse: feit]';
comment on column gezin.persoon_versie.vastgelegd_op is 'Wanneer het is vastgelegd [klasse: stelsel]';
comment on column gezin.persoon_versie.door is 'Wie het vastlegde; leeg is het stelsel [klasse: stelsel]';
comment on column gezin.persoon_versie.reden is 'Code van de reden [klasse: feit]';

create table gezin.huishouden (
  id uuid primary key,
  dossier_id uuid not null references toegang.dossier on delete cascade,
  regio text not null,
  organisatie_id uuid not null references toegang.organisatie,
  gemeente text check (gemeente ~ '^GM[0-9]{4}$'),
  van date not null,
  tot date check (tot >= van)
);
create index huishouden_dossier on gezin.huishouden (dossier_id);
comment on table gezin.huishouden is 'Mensen die samen wonen, binnen een dossier';
comment on column gezin.huishouden.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column gezin.huishouden.dossier_id is 'Dossier waaraan de toegang hangt [klasse: stelsel]';
comment on column gezin.huishouden.regio is 'Regio [klasse: feit]';
comment on column gezin.huishouden.organisatie_id is 'Organisatie die verwerkingsverantwoordelijke is [klasse: feit]';
comment on column gezin.huishouden.gemeente is 'CBS-code van de gemeente [klasse: feit]';
comment on column gezin.huishouden.van is 'Eerste dag [klasse: feit]';
comment on column gezin.huishouden.tot is 'Eerste dag waarop niet meer; leeg is nog [klasse: feit]';

create table gezin.huishoudlid (
  id uuid primary key,
  huishouden_id uuid not null references gezin.huishouden on delete cascade,
  persoon_id uuid not null references gezin.persoon on delete cascade,
  rol text not null check (rol in ('volwassene', 'kind', 'ouder_inwonend', 'overig')),
  van date not null,
  tot date check (tot >= van)
);
create index huishoudlid_huishouden on gezin.huishoudlid (huishouden_id);
create index huishoudlid_persoon on gezin.huishoudlid (persoon_id);
comment on table gezin.huishoudlid is 'Lidmaatschap van een huishouden, van tot; een kind kan bij twee huishoudens horen';
comment on column gezin.huishoudlid.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column gezin.huishoudlid.huishouden_id is 'Huishouden [klasse: stelsel]';
comment on column gezin.huishoudlid.persoon_id is 'Persoon [klasse: stelsel]';
comment on column gezin.huishoudlid.rol is 'Plaats in het huishouden [klasse: feit]';
comment on column gezin.huishoudlid.van is 'Eerste dag [klasse: feit]';
comment on column gezin.huishoudlid.tot is 'Eerste dag waarop niet meer; leeg is nog [klasse: feit]';

create table gezin.betrekking (
  id uuid primary key,
  persoon_id uuid not null references gezin.persoon on delete cascade,
  ander_id uuid not null references gezin.persoon on delete cascade,
  soort text not null check (soort in ('partner', 'ex_partner', 'ouder', 'kind', 'broer_of_zus', 'verzorger', 'familie', 'overig')),
  gezag boolean,
  van date,
  tot date check (tot >= van),
  check (persoon_id <> ander_id)
);
create index betrekking_persoon on gezin.betrekking (persoon_id);
create index betrekking_ander on gezin.betrekking (ander_id);
comment on table gezin.betrekking is 'Wat de een van de ander is';
comment on column gezin.betrekking.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column gezin.betrekking.persoon_id is 'De een [klasse: stelsel]';
comment on column gezin.betrekking.ander_id is 'De ander [klasse: stelsel]';
comment on column gezin.betrekking.soort is 'Wat de een van de ander is [klasse: feit]';
comment on column gezin.betrekking.gezag is 'Heeft de een ouderlijk gezag over de ander; leeg is onbekend [klasse: feit]';
comment on column gezin.betrekking.van is 'Eerste dag; leeg is onbekend [klasse: feit]';
comment on column gezin.betrekking.tot is 'Eerste dag waarop niet meer; leeg is nog of onbekend [klasse: feit]';

create table gezin.adres (
  id uuid primary key,
  persoon_id uuid not null references gezin.persoon on delete cascade,
  soort text not null check (soort in ('woon', 'brief', 'tijdelijk', 'werk', 'school')),
  gegevens bytea not null,
  gelijk bytea check (octet_length(gelijk) = 32),
  van date not null,
  tot date check (tot >= van)
);
create index adres_persoon on gezin.adres (persoon_id);
create index adres_gelijk on gezin.adres (gelijk);
comment on table gezin.adres is 'Adres van een persoon dat niet geheim is';
comment on column gezin.adres.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column gezin.adres.persoon_id is 'Persoon [klasse: stelsel]';
comment on column gezin.adres.soort is 'Soort adres [klasse: feit]';
comment on column gezin.adres.gegevens is 'Straat, nummer, postcode en plaats, versleuteld met de sleutel van de persoon [klasse: identificerend]';
comment on column gezin.adres.gelijk is 'Blinde index van postcode met nummer: zegt of twee partijen een adres delen [klasse: identificerend]';
comment on column gezin.adres.van is 'Eerste dag [klasse: feit]';
comment on column gezin.adres.tot is 'Eerste dag waarop niet meer; leeg is nog [klasse: feit]';

create table gezin.geheim_adres (
  id uuid primary key,
  persoon_id uuid not null references gezin.persoon on delete cascade,
  dossier_id uuid not null references toegang.dossier on delete cascade,
  sleutel_id text not null,
  gegevens bytea not null,
  van date not null,
  tot date check (tot >= van)
);
create index geheim_adres_dossier on gezin.geheim_adres (dossier_id);
comment on table gezin.geheim_adres is 'Adres dat alleen ziet wie daarvoor een eigen relatie heeft; noodtoegang opent het nooit';
comment on column gezin.geheim_adres.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column gezin.geheim_adres.persoon_id is 'Persoon [klasse: stelsel]';
comment on column gezin.geheim_adres.dossier_id is 'Dossier waaraan de relatie hangt [klasse: stelsel]';
comment on column gezin.geheim_adres.sleutel_id is 'Eigen sleutel van dit adres in de kluis [klasse: stelsel]';
comment on column gezin.geheim_adres.gegevens is 'Straat, nummer, postcode en plaats, versleuteld [klasse: identificerend]';
comment on column gezin.geheim_adres.van is 'Eerste dag [klasse: feit]';
comment on column gezin.geheim_adres.tot is 'Eerste dag waarop niet meer; leeg is nog [klasse: feit]';

create table gezin.veilig_contact (
  persoon_id uuid primary key references gezin.persoon on delete cascade,
  bellen text not null check (bellen in ('ja', 'nee', 'onbekend')),
  schrijven text not null check (schrijven in ('ja', 'nee', 'onbekend')),
  mailen text not null check (mailen in ('ja', 'nee', 'onbekend')),
  leest_mee text not null check (leest_mee in ('ja', 'nee', 'onbekend')),
  taal text check (taal ~ '^[a-z]{2,3}$'),
  tolk boolean not null default false,
  toelichting bytea,
  versie integer not null default 1 check (versie > 0),
  vastgesteld_op date not null,
  door uuid
);
comment on table gezin.veilig_contact is 'Hoe deze persoon veilig te bereiken is; zonder wordt niets verstuurd';
comment on column gezin.veilig_contact.persoon_id is 'Persoon [klasse: stelsel]';
comment on column gezin.veilig_contact.bellen is 'Mag er gebeld worden [klasse: feit]';
comment on column gezin.veilig_contact.schrijven is 'Mag er een brief komen [klasse: feit]';
comment on column gezin.veilig_contact.mailen is 'Mag er gemaild worden [klasse: feit]';
comment on column gezin.veilig_contact.leest_mee is 'Leest of luistert er iemand mee [klasse: feit]';
comment on column gezin.veilig_contact.taal is 'Taal (ISO 639) [klasse: feit]';
comment on column gezin.veilig_contact.tolk is 'Is een tolk nodig [klasse: feit]';
comment on column gezin.veilig_contact.toelichting is 'Waar, wanneer, wie meeleest; versleuteld met de sleutel van de persoon [klasse: identificerend]';
comment on column gezin.veilig_contact.versie is 'Versie, voor wie tegelijk wijzigen [klasse: stelsel]';
comment on column gezin.veilig_contact.vastgesteld_op is 'Dag waarop dit is besproken [klasse: feit]';
comment on column gezin.veilig_contact.door is 'Wie het vastlegde [klasse: stelsel]';

create table gezin.zoekterm (
  persoon_id uuid not null references gezin.persoon on delete cascade,
  soort text not null check (soort in ('naam', 'klank', 'geboortedatum', 'adres', 'bsn')),
  term bytea not null check (octet_length(term) = 32),
  primary key (persoon_id, soort, term)
);
create index zoekterm_term on gezin.zoekterm (term);
comment on table gezin.zoekterm is 'Blinde indexen over genormaliseerde delen, om een persoon te vinden zonder hem te lezen; weg met de persoon';
comment on column gezin.zoekterm.persoon_id is 'Persoon [klasse: stelsel]';
comment on column gezin.zoekterm.soort is 'Soort deel [klasse: stelsel]';
comment on column gezin.zoekterm.term is 'Blinde index van het deel [klasse: identificerend]';

create table gezin.samenvoeging (
  id uuid primary key,
  blijft_id uuid not null references gezin.persoon on delete cascade,
  opgegaan_id uuid not null references gezin.persoon on delete cascade,
  score numeric(4, 3) not null check (score between 0 and 1),
  stand text not null check (stand in ('voorgesteld', 'bevestigd', 'afgewezen', 'teruggedraaid')),
  op timestamptz not null default now(),
  door uuid,
  check (blijft_id <> opgegaan_id)
);
create unique index samenvoeging_lopend on gezin.samenvoeging (opgegaan_id) where stand = 'bevestigd';
comment on table gezin.samenvoeging is 'Waarschijnlijk dezelfde persoon: voorgesteld door het stelsel, bevestigd door een mens, terug te draaien';
comment on column gezin.samenvoeging.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column gezin.samenvoeging.blijft_id is 'Persoon die blijft [klasse: stelsel]';
comment on column gezin.samenvoeging.opgegaan_id is 'Persoon die in de andere opgaat; zijn gegevens blijven bewaard [klasse: stelsel]';
comment on column gezin.samenvoeging.score is 'Hoe waarschijnlijk volgens het stelsel, 0 tot 1 [klasse: feit]';
comment on column gezin.samenvoeging.stand is 'voorgesteld, bevestigd, afgewezen of teruggedraaid [klasse: feit]';
comment on column gezin.samenvoeging.op is 'Wanneer [klasse: feit]';
comment on column gezin.samenvoeging.door is 'Wie besliste; leeg is nog niemand [klasse: stelsel]';

-- Households of the files that the actor may see: asked by the policy on membership.
create function gezin.huishoudens() returns uuid[]
  language sql stable security definer set search_path = '' as
$$ select coalesce(array_agg(h.id), '{}') from gezin.huishouden h
   where h.dossier_id = any (toegang.dossiers()) $$;

-- The radar: within the task of Veilig Thuis (Wmo 2015 art. 4.1.1 lid 2) an intake worker learns that somebody is
-- known, and no more: which persons carry how many of these terms. Counted and limited by the use case.
create function gezin.radar(termen bytea[]) returns table (persoon_id uuid, soort text, term bytea)
  language sql stable security definer rows 50 set search_path = '' as
$$ select z.persoon_id, z.soort, z.term from gezin.zoekterm z
   join gezin.persoon p on p.id = z.persoon_id
   where z.term = any (termen) and cardinality(termen) <= 40
     and p.regio = any (toegang.regios('intaker'))
     and not exists (select 1 from toegang.betrokkenheid k where k.betrokkene_id = z.persoon_id
       and toegang.geblokkeerd(k.dossier_id)) $$;
revoke all on all functions in schema gezin from public;
grant execute on all functions in schema gezin to la_app;

do $$ declare t text; begin
  foreach t in array array['persoon', 'persoon_versie', 'huishouden', 'huishoudlid', 'betrekking', 'adres',
    'geheim_adres', 'veilig_contact', 'zoekterm', 'samenvoeging'] loop
    execute format('create policy poort on gezin.%I for select to la_eigenaar using (true)', t);
    execute format('create policy stelsel on gezin.%I for all to la_app using (stelsel.is_stelsel()) with check (stelsel.is_stelsel())', t);
  end loop;
  -- What hangs on one person follows that person; a table meeting and break-glass only read.
  foreach t in array array['persoon_versie', 'adres', 'veilig_contact', 'zoekterm'] loop
    execute format('create policy lezen on gezin.%I for select to la_app using (persoon_id = any ((select toegang.betrokkenen())::uuid[]))', t);
    execute format('create policy schrijven on gezin.%I for insert to la_app with check (persoon_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]) or toegang.zojuist_vastgelegd(persoon_id))', t);
  end loop;
end $$;
alter table gezin.persoon enable row level security;
alter table gezin.persoon force row level security;
alter table gezin.persoon_versie enable row level security;
alter table gezin.persoon_versie force row level security;
alter table gezin.huishouden enable row level security;
alter table gezin.huishouden force row level security;
alter table gezin.huishoudlid enable row level security;
alter table gezin.huishoudlid force row level security;
alter table gezin.betrekking enable row level security;
alter table gezin.betrekking force row level security;
alter table gezin.adres enable row level security;
alter table gezin.adres force row level security;
alter table gezin.geheim_adres enable row level security;
alter table gezin.geheim_adres force row level security;
alter table gezin.veilig_contact enable row level security;
alter table gezin.veilig_contact force row level security;
alter table gezin.zoekterm enable row level security;
alter table gezin.zoekterm force row level security;
alter table gezin.samenvoeging enable row level security;
alter table gezin.samenvoeging force row level security;

create policy lezen on gezin.persoon for select to la_app
  using (id = any ((select toegang.betrokkenen())::uuid[]));
create policy vastleggen on gezin.persoon for insert to la_app with check (toegang.zojuist_vastgelegd(id)
  and organisatie_id = any ((select toegang.organisaties('intaker', 'teamleider', 'professional'))::uuid[]));
create policy wijzigen on gezin.persoon for update to la_app using (id = any ((select toegang.betrokkenen_te_bewerken())::uuid[])
  and organisatie_id = any ((select toegang.organisaties('intaker', 'teamleider', 'professional'))::uuid[]));
create policy wijzigen on gezin.adres for update to la_app
  using (persoon_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]));
create policy wijzigen on gezin.veilig_contact for update to la_app
  using (persoon_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]));
create policy weg on gezin.zoekterm for delete to la_app
  using (persoon_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]));

create policy lezen on gezin.huishouden for select to la_app
  using (dossier_id = any ((select toegang.dossiers())::uuid[]));
create policy schrijven on gezin.huishouden for insert to la_app
  with check (dossier_id = any ((select toegang.dossiers_te_bewerken())::uuid[])
    and toegang.houdt(dossier_id, organisatie_id));
create policy wijzigen on gezin.huishouden for update to la_app
  using (dossier_id = any ((select toegang.dossiers_te_bewerken())::uuid[]));

create policy lezen on gezin.huishoudlid for select to la_app using (
  huishouden_id = any ((select gezin.huishoudens())::uuid[])
  and persoon_id = any ((select toegang.betrokkenen())::uuid[]));
create policy schrijven on gezin.huishoudlid for insert to la_app with check (
  huishouden_id = any ((select gezin.huishoudens())::uuid[])
  and persoon_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]));
create policy wijzigen on gezin.huishoudlid for update to la_app
  using (huishouden_id = any ((select gezin.huishoudens())::uuid[])
    and persoon_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]));

-- Both ends must be seen: a relationship with somebody of whom the reader knows nothing would say that he exists.
create policy lezen on gezin.betrekking for select to la_app using (
  persoon_id = any ((select toegang.betrokkenen())::uuid[]) and ander_id = any ((select toegang.betrokkenen())::uuid[]));
create policy schrijven on gezin.betrekking for insert to la_app with check (
  persoon_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]) and ander_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]));
create policy wijzigen on gezin.betrekking for update to la_app using (
  persoon_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]) and ander_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]));

create policy lezen on gezin.geheim_adres for select to la_app
  using (dossier_id = any ((select toegang.dossiers_voor('geheim_adres'))::uuid[]));
create policy schrijven on gezin.geheim_adres for insert to la_app
  with check (dossier_id = any ((select toegang.dossiers_voor('geheim_adres'))::uuid[])
    and persoon_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]));
create policy wijzigen on gezin.geheim_adres for update to la_app
  using (dossier_id = any ((select toegang.dossiers_voor('geheim_adres'))::uuid[]));

create policy lezen on gezin.samenvoeging for select to la_app using (
  blijft_id = any ((select toegang.betrokkenen())::uuid[]) and opgegaan_id = any ((select toegang.betrokkenen())::uuid[]));
create policy schrijven on gezin.samenvoeging for insert to la_app with check (
  blijft_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]) and opgegaan_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]));
create policy beslissen on gezin.samenvoeging for update to la_app using (
  blijft_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]) and opgegaan_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]))
  with check (door = stelsel.persoon());

grant select on all tables in schema gezin to la_app;
grant insert on all tables in schema gezin to la_app;
grant update (gegevens, bsn, bsn_grond, geslacht, leeftijdsband, gemeente, versie, laatste_wijziging) on gezin.persoon to la_app;
grant update (gemeente, tot) on gezin.huishouden to la_app;
grant update (tot) on gezin.huishoudlid, gezin.geheim_adres to la_app;
grant update (soort, gezag, van, tot) on gezin.betrekking to la_app;
grant update (soort, gegevens, gelijk, tot) on gezin.adres to la_app;
grant update (bellen, schrijven, mailen, leest_mee, taal, tolk, toelichting, versie, vastgesteld_op, door) on gezin.veilig_contact to la_app;
grant update (stand, op, door) on gezin.samenvoeging to la_app;
-- Deleting is for the system alone (row security says so): erasure by an approved list.
grant delete on gezin.zoekterm, gezin.persoon, gezin.adres, gezin.geheim_adres, gezin.betrekking, gezin.huishoudlid,
  gezin.huishouden, gezin.veilig_contact, gezin.samenvoeging, gezin.persoon_versie to la_app;
