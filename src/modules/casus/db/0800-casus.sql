-- A minimal file: the first inhabitant of the house, and the seed of the casework room. The file itself, what an
-- organisation notes in it, its documents, and three parts with a rule of their own.
create schema casus;
grant usage on schema casus to la_app;

create table casus.casus (
  id uuid primary key references toegang.dossier on delete cascade,
  regio text not null,
  organisatie_id uuid not null references toegang.organisatie,
  nummer text not null check (nummer ~ '^[0-9]{4}-[0-9]{6}$'),
  nummer_index bytea not null unique check (octet_length(nummer_index) = 32),
  fase text not null default 'directe_veiligheid' check (fase in ('directe_veiligheid', 'stabiele_veiligheid', 'herstel')),
  stand text not null default 'open' check (stand in ('open', 'gesloten')),
  gemeente text check (gemeente ~ '^GM[0-9]{4}$'),
  taak text not null check (taak in ('veilig_thuis', 'wmo', 'jeugdhulp')),
  geopend_op date not null,
  gesloten_op date check (gesloten_op >= geopend_op),
  laatste_wijziging date not null,
  versie integer not null default 1 check (versie > 0),
  check ((stand = 'gesloten') = (gesloten_op is not null))
);
create index casus_organisatie on casus.casus (organisatie_id, stand);
comment on table casus.casus is 'Dossier over een gezin bij één organisatie';
comment on column casus.casus.id is 'Willekeurig kenmerk, ook in het adres van de pagina [klasse: stelsel]';
comment on column casus.casus.regio is 'Regio [klasse: feit]';
comment on column casus.casus.organisatie_id is 'Organisatie die verwerkingsverantwoordelijke is [klasse: feit]';
comment on column casus.casus.nummer is 'Zaaknummer voor mensen; nooit in een adres [klasse: feit]';
comment on column casus.casus.nummer_index is 'Blinde index van het zaaknummer, om bij noodtoegang te vinden [klasse: stelsel]';
comment on column casus.casus.fase is 'Fase van gefaseerd samenwerken aan veiligheid [klasse: feit]';
comment on column casus.casus.stand is 'open of gesloten [klasse: feit]';
comment on column casus.casus.gemeente is 'CBS-code van de gemeente [klasse: feit]';
comment on column casus.casus.taak is 'Wettelijke taak; hieruit volgt de bewaartermijn [klasse: feit]';
comment on column casus.casus.geopend_op is 'Dag van openen [klasse: feit]';
comment on column casus.casus.gesloten_op is 'Dag van sluiten [klasse: feit]';
comment on column casus.casus.laatste_wijziging is 'Dag van de laatste wijziging; hieruit volgt de bewaartermijn [klasse: feit]';
comment on column casus.casus.versie is 'Versie, voor wie tegelijk wijzigen [klasse: stelsel]';

create table casus.sleutel (
  casus_id uuid not null references casus.casus on delete cascade,
  organisatie_id uuid not null references toegang.organisatie,
  bewaarklasse text not null check (bewaarklasse in ('dossier', 'melder', 'politie')),
  sleutel_id text not null unique,
  primary key (casus_id, organisatie_id, bewaarklasse)
);
comment on table casus.sleutel is 'Welke sleutel in de kluis de inhoud opent: één per dossier, organisatie en bewaarklasse';
comment on column casus.sleutel.casus_id is 'Dossier [klasse: stelsel]';
comment on column casus.sleutel.organisatie_id is 'Organisatie [klasse: stelsel]';
comment on column casus.sleutel.bewaarklasse is 'Wat samen wordt bewaard en vernietigd [klasse: feit]';
comment on column casus.sleutel.sleutel_id is 'Kenmerk van de sleutel [klasse: stelsel]';

create table casus.notitie (
  id uuid primary key,
  casus_id uuid not null references casus.casus on delete cascade,
  organisatie_id uuid not null references toegang.organisatie,
  soort text not null check (soort in ('contact', 'overleg', 'besluit', 'overig')),
  gedeeld boolean not null default false,
  deelgrond text check (deelgrond ~ '^[a-z][a-z0-9_]{0,60}$'),
  over_dag date not null,
  inhoud bytea not null,
  versie integer not null default 1 check (versie > 0),
  vastgelegd_op timestamptz not null default now(),
  door uuid not null references toegang.persoon,
  check (gedeeld = (deelgrond is not null))
);
create index notitie_casus on casus.notitie (casus_id, over_dag);
comment on table casus.notitie is 'Notitie van een organisatie in een dossier; anderen lezen haar alleen als zij op een grond is gedeeld';
comment on column casus.notitie.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column casus.notitie.casus_id is 'Dossier [klasse: stelsel]';
comment on column casus.notitie.organisatie_id is 'Organisatie van wie de notitie is [klasse: feit]';
comment on column casus.notitie.soort is 'Soort notitie [klasse: feit]';
comment on column casus.notitie.gedeeld is 'Mogen anderen met een relatie haar lezen [klasse: feit]';
comment on column casus.notitie.deelgrond is 'Code van de grond voor delen [klasse: feit]';
comment on column casus.notitie.over_dag is 'Dag waarover de notitie gaat [klasse: feit]';
comment on column casus.notitie.inhoud is 'Tekst, versleuteld [klasse: inhoud]';
comment on column casus.notitie.versie is 'Versie, voor wie tegelijk wijzigen [klasse: stelsel]';
comment on column casus.notitie.vastgelegd_op is 'Wanneer deze versie is vastgelegd [klasse: stelsel]';
comment on column casus.notitie.door is 'Wie deze versie schreef [klasse: stelsel]';

create table casus.notitie_versie (
  notitie_id uuid not null references casus.notitie on delete cascade,
  versie integer not null,
  inhoud bytea not null,
  vastgelegd_op timestamptz not null default now(),
  door uuid not null,
  primary key (notitie_id, versie)
);
comment on table casus.notitie_versie is 'Elke versie van een notitie; alleen toe te voegen, en weg met het dossier';
comment on column casus.notitie_versie.notitie_id is 'Notitie [klasse: stelsel]';
comment on column casus.notitie_versie.versie is 'Versie [klasse: stelsel]';
comment on column casus.notitie_versie.inhoud is 'Tekst van deze versie, versleuteld [klasse: inhoud]';
comment on column casus.notitie_versie.vastgelegd_op is 'Wanneer [klasse: stelsel]';
comment on column casus.notitie_versie.door is 'Wie [klasse: stelsel]';

create table casus.concept (
  id uuid primary key,
  casus_id uuid references casus.casus on delete cascade,
  persoon_id uuid not null default stelsel.persoon() references toegang.persoon,
  formulier text not null check (formulier ~ '^[a-z][a-z0-9_-]{0,60}$'),
  sleutel_id text not null,
  inhoud bytea not null,
  bewaard_op timestamptz not null default now(),
  unique nulls not distinct (persoon_id, casus_id, formulier)
);
comment on table casus.concept is 'Half ingevuld formulier, alleen voor wie het typte; overleeft het verlopen van een sessie';
comment on column casus.concept.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column casus.concept.casus_id is 'Dossier; leeg zolang er nog geen is [klasse: stelsel]';
comment on column casus.concept.persoon_id is 'Wie typte [klasse: stelsel]';
comment on column casus.concept.formulier is 'Welk formulier [klasse: stelsel]';
comment on column casus.concept.sleutel_id is 'Sleutel in de kluis [klasse: stelsel]';
comment on column casus.concept.inhoud is 'Ingevulde velden, versleuteld [klasse: inhoud]';
comment on column casus.concept.bewaard_op is 'Wanneer [klasse: stelsel]';

create table casus.document (
  id uuid primary key,
  casus_id uuid not null references casus.casus on delete cascade,
  organisatie_id uuid not null references toegang.organisatie,
  naam bytea not null,
  soort text not null check (soort ~ '^[a-z0-9.+-]+/[a-z0-9.+-]+$'),
  bytes integer not null check (bytes between 1 and 20971520),
  gedeeld boolean not null default false,
  deelgrond text check (deelgrond ~ '^[a-z][a-z0-9_]{0,60}$'),
  vastgelegd_op timestamptz not null default now(),
  door uuid not null references toegang.persoon,
  check (gedeeld = (deelgrond is not null))
);
create index document_casus on casus.document (casus_id);
comment on table casus.document is 'Document van een organisatie in een dossier';
comment on column casus.document.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column casus.document.casus_id is 'Dossier [klasse: stelsel]';
comment on column casus.document.organisatie_id is 'Organisatie van wie het is [klasse: feit]';
comment on column casus.document.naam is 'Bestandsnaam, versleuteld [klasse: inhoud]';
comment on column casus.document.soort is 'Mediatype, beoordeeld naar de inhoud [klasse: feit]';
comment on column casus.document.bytes is 'Omvang in bytes [klasse: feit]';
comment on column casus.document.gedeeld is 'Mogen anderen met een relatie het lezen [klasse: feit]';
comment on column casus.document.deelgrond is 'Code van de grond voor delen [klasse: feit]';
comment on column casus.document.vastgelegd_op is 'Wanneer [klasse: stelsel]';
comment on column casus.document.door is 'Wie [klasse: stelsel]';

create table casus.documentdeel (
  document_id uuid not null references casus.document on delete cascade,
  nummer integer not null check (nummer >= 0),
  inhoud bytea not null,
  primary key (document_id, nummer)
);
comment on table casus.documentdeel is 'Stuk van een document, versleuteld';
comment on column casus.documentdeel.document_id is 'Document [klasse: stelsel]';
comment on column casus.documentdeel.nummer is 'Volgnummer vanaf 0 [klasse: stelsel]';
comment on column casus.documentdeel.inhoud is 'Bytes van dit stuk, versleuteld [klasse: inhoud]';

create table casus.melder (
  casus_id uuid primary key references casus.casus on delete cascade,
  anonimiteit text not null check (anonimiteit in ('open', 'anoniem_voor_gezin', 'dubbel_anoniem')),
  grond text not null check (grond ~ '^[a-z][a-z0-9_]{0,60}$'),
  gegevens bytea,
  vastgelegd_op timestamptz not null default now(),
  check (anonimiteit <> 'dubbel_anoniem' or gegevens is null)
);
comment on table casus.melder is 'Wie meldde; alleen voor wie daarvoor een eigen relatie heeft, en nooit bij noodtoegang';
comment on column casus.melder.casus_id is 'Dossier [klasse: stelsel]';
comment on column casus.melder.anonimiteit is 'open, anoniem voor het gezin, of ook onbekend voor Veilig Thuis [klasse: feit]';
comment on column casus.melder.grond is 'Code van de grond voor geheimhouding [klasse: feit]';
comment on column casus.melder.gegevens is 'Naam en bereikbaarheid, versleuteld; leeg bij dubbel anoniem [klasse: identificerend]';
comment on column casus.melder.vastgelegd_op is 'Wanneer [klasse: stelsel]';

create table casus.politiegegeven (
  id uuid primary key,
  casus_id uuid not null references casus.casus on delete cascade,
  grond text not null check (grond ~ '^[a-z][a-z0-9_]{0,60}$'),
  over_dag date not null,
  inhoud bytea not null,
  vastgelegd_op timestamptz not null default now(),
  door uuid not null references toegang.persoon
);
create index politiegegeven_casus on casus.politiegegeven (casus_id);
comment on table casus.politiegegeven is 'Politiegegeven; verder te geven alleen op zijn eigen grond (Besluit politiegegevens art. 4:2)';
comment on column casus.politiegegeven.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column casus.politiegegeven.casus_id is 'Dossier [klasse: stelsel]';
comment on column casus.politiegegeven.grond is 'Code van de grond waarop het is verkregen [klasse: feit]';
comment on column casus.politiegegeven.over_dag is 'Dag waarover het gaat [klasse: feit]';
comment on column casus.politiegegeven.inhoud is 'Tekst, versleuteld [klasse: inhoud]';
comment on column casus.politiegegeven.vastgelegd_op is 'Wanneer [klasse: stelsel]';
comment on column casus.politiegegeven.door is 'Wie [klasse: stelsel]';

create table casus.verklaring (
  id uuid primary key,
  casus_id uuid not null references casus.casus on delete cascade,
  organisatie_id uuid not null references toegang.organisatie,
  partij_id uuid not null references toegang.betrokkene,
  over_dag date not null,
  inhoud bytea not null,
  vastgelegd_op timestamptz not null default now(),
  door uuid not null references toegang.persoon
);
create index verklaring_casus on casus.verklaring (casus_id);
comment on table casus.verklaring is 'Wat één partij verklaarde; leest wie regie heeft of voor die partij werkt';
comment on column casus.verklaring.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column casus.verklaring.casus_id is 'Dossier [klasse: stelsel]';
comment on column casus.verklaring.organisatie_id is 'Organisatie die haar opnam [klasse: feit]';
comment on column casus.verklaring.partij_id is 'Wie verklaarde [klasse: stelsel]';
comment on column casus.verklaring.over_dag is 'Dag van de verklaring [klasse: feit]';
comment on column casus.verklaring.inhoud is 'Tekst, versleuteld [klasse: inhoud]';
comment on column casus.verklaring.vastgelegd_op is 'Wanneer [klasse: stelsel]';
comment on column casus.verklaring.door is 'Wie haar opnam [klasse: stelsel]';

-- File and organisation of which the actor may read what that organisation keeps for itself: by a relation on its
-- behalf, or by break-glass for his own organisation. Another's notes open by break-glass only when they are shared.
create function casus.leesbaar() returns text[]
  language sql stable security definer set search_path = '' as
$$ select toegang.dossierorganisaties() || coalesce((select array_agg(n.dossier_id || ':' || n.organisatie_id)
     from toegang.noodtoegang n where n.persoon_id = stelsel.persoon() and n.van <= now() and n.tot > now()
       and n.organisatie_id = any (toegang.organisaties('professional', 'teamleider', 'intaker'))
       and n.dossier_id in (select toegang.open_noodtoegang())), '{}') $$;
-- Documents that the actor may see: asked by the policy on their parts.
create function casus.documenten() returns uuid[]
  language sql stable security definer set search_path = '' as
$$ select coalesce(array_agg(d.id), '{}') from casus.document d
   where d.casus_id = any (toegang.dossiers())
     and (d.gedeeld or d.casus_id || ':' || d.organisatie_id = any (casus.leesbaar())) $$;
-- Notes of which the actor may see the earlier versions: another organisation shares what stands there now, not
-- what it took out.
create function casus.notities() returns uuid[]
  language sql stable security definer set search_path = '' as
$$ select coalesce(array_agg(n.id), '{}') from casus.notitie n
   where n.casus_id || ':' || n.organisatie_id = any (casus.leesbaar()) $$;

-- Break-glass: the file with exactly this number, when the actor may take it. Barred and absent look the same.
create function casus.vind_nood(gezocht bytea) returns uuid
  language sql stable security definer set search_path = '' as
$$ select c.id from casus.casus c where c.nummer_index = gezocht
   and c.regio = any (toegang.regios('professional', 'intaker')) and not toegang.geblokkeerd(c.id) $$;

-- What the radar may say of a file about somebody who is known: number, team and last date (Wmo 2015 art. 4.1.1).
create function casus.radar(personen uuid[]) returns table (persoon_id uuid, nummer text, organisatie_id uuid, laatst date)
  language sql stable security definer rows 20 set search_path = '' as
$$ select k.betrokkene_id, c.nummer, c.organisatie_id, c.laatste_wijziging from toegang.betrokkenheid k
   join casus.casus c on c.id = k.dossier_id
   where k.betrokkene_id = any (personen) and cardinality(personen) <= 20
     and c.regio = any (toegang.regios('intaker')) and not toegang.geblokkeerd(c.id) $$;
-- What a team leader sees of the files he gives out: no content and no name.
create function casus.werkvoorraad() returns table
  (id uuid, nummer text, stand text, geopend_op date, laatste_wijziging date)
  language sql stable security definer rows 200 set search_path = '' as
$$ select c.id, c.nummer, c.stand, c.geopend_op, c.laatste_wijziging from casus.casus c
   where c.id = any (toegang.te_verdelen()) $$;
revoke all on all functions in schema casus from public;
grant execute on all functions in schema casus to la_app;

do $$ declare t text; begin
  foreach t in array array['casus', 'sleutel', 'notitie', 'notitie_versie', 'concept', 'document', 'documentdeel',
    'melder', 'politiegegeven', 'verklaring'] loop
    execute format('create policy poort on casus.%I for select to la_eigenaar using (true)', t);
    execute format('create policy stelsel on casus.%I for all to la_app using (stelsel.is_stelsel()) with check (stelsel.is_stelsel())', t);
  end loop;
end $$;
alter table casus.casus enable row level security;
alter table casus.casus force row level security;
alter table casus.sleutel enable row level security;
alter table casus.sleutel force row level security;
alter table casus.notitie enable row level security;
alter table casus.notitie force row level security;
alter table casus.notitie_versie enable row level security;
alter table casus.notitie_versie force row level security;
alter table casus.concept enable row level security;
alter table casus.concept force row level security;
alter table casus.document enable row level security;
alter table casus.document force row level security;
alter table casus.documentdeel enable row level security;
alter table casus.documentdeel force row level security;
alter table casus.melder enable row level security;
alter table casus.melder force row level security;
alter table casus.politiegegeven enable row level security;
alter table casus.politiegegeven force row level security;
alter table casus.verklaring enable row level security;
alter table casus.verklaring force row level security;

create policy lezen on casus.casus for select to la_app using (id = any ((select toegang.dossiers())::uuid[]));
create policy aanleggen on casus.casus for insert to la_app with check (toegang.zojuist_aangelegd(id)
  and toegang.houdt(id, organisatie_id));
create policy wijzigen on casus.casus for update to la_app using (id = any ((select toegang.dossiers_voor('regie'))::uuid[])
  or id = any ((select toegang.dossiers_voor('behandeling'))::uuid[]));

-- A key id opens nothing by itself; it is needed to write. Special parts show theirs only to their own readers.
create policy lezen on casus.sleutel for select to la_app using (case bewaarklasse
  when 'melder' then casus_id = any ((select toegang.dossiers_voor('melder'))::uuid[])
  when 'politie' then casus_id = any ((select toegang.dossiers_voor('politie'))::uuid[])
  else casus_id = any ((select toegang.dossiers())::uuid[]) end);
create policy schrijven on casus.sleutel for insert to la_app with check (
  casus_id || ':' || organisatie_id = any ((select toegang.dossierorganisaties())::text[])
  or (toegang.houdt(casus_id, organisatie_id)
    and (casus_id = any ((select toegang.dossiers_voor('melder'))::uuid[])
      or casus_id = any ((select toegang.dossiers_voor('politie'))::uuid[]))));

create policy lezen on casus.notitie for select to la_app using (casus_id = any ((select toegang.dossiers())::uuid[])
  and (gedeeld or casus_id || ':' || organisatie_id = any ((select casus.leesbaar())::text[])));
create policy schrijven on casus.notitie for insert to la_app with check (door = stelsel.persoon()
  and casus_id || ':' || organisatie_id = any ((select toegang.dossierorganisaties())::text[]));
create policy wijzigen on casus.notitie for update to la_app
  using (casus_id || ':' || organisatie_id = any ((select toegang.dossierorganisaties())::text[]))
  with check (door = stelsel.persoon());
create policy lezen on casus.notitie_versie for select to la_app
  using (notitie_id = any ((select casus.notities())::uuid[]));
create policy schrijven on casus.notitie_versie for insert to la_app with check (door = stelsel.persoon()
  and exists (select 1 from casus.notitie n where n.id = notitie_id and n.versie = notitie_versie.versie
    and n.door = stelsel.persoon()
    and n.casus_id || ':' || n.organisatie_id = any ((select toegang.dossierorganisaties())::text[])));

create policy eigen on casus.concept for all to la_app
  using (persoon_id = stelsel.persoon()
    and (casus_id is null or casus_id = any ((select toegang.dossiers())::uuid[])))
  with check (persoon_id = stelsel.persoon()
    and (casus_id is null or casus_id = any ((select toegang.dossiers())::uuid[])));

create policy lezen on casus.document for select to la_app using (casus_id = any ((select toegang.dossiers())::uuid[])
  and (gedeeld or casus_id || ':' || organisatie_id = any ((select casus.leesbaar())::text[])));
create policy schrijven on casus.document for insert to la_app with check (door = stelsel.persoon()
  and casus_id || ':' || organisatie_id = any ((select toegang.dossierorganisaties())::text[]));
create policy delen on casus.document for update to la_app
  using (casus_id || ':' || organisatie_id = any ((select toegang.dossierorganisaties())::text[]));
create policy lezen on casus.documentdeel for select to la_app
  using (document_id = any ((select casus.documenten())::uuid[]));
create policy schrijven on casus.documentdeel for insert to la_app
  with check (exists (select 1 from casus.document d where d.id = document_id and d.door = stelsel.persoon()));

create policy lezen on casus.melder for select to la_app
  using (casus_id = any ((select toegang.dossiers_voor('melder'))::uuid[]));
create policy schrijven on casus.melder for insert to la_app with check (toegang.zojuist_aangelegd(casus_id)
  or casus_id = any ((select toegang.dossiers_voor('melder'))::uuid[]));
create policy wijzigen on casus.melder for update to la_app
  using (casus_id = any ((select toegang.dossiers_voor('melder'))::uuid[]));

create policy lezen on casus.politiegegeven for select to la_app
  using (casus_id = any ((select toegang.dossiers_voor('politie'))::uuid[]));
create policy schrijven on casus.politiegegeven for insert to la_app with check (door = stelsel.persoon()
  and casus_id = any ((select toegang.dossiers_voor('politie'))::uuid[]));

create policy lezen on casus.verklaring for select to la_app using (
  casus_id = any ((select toegang.dossiers_voor('regie'))::uuid[])
  or casus_id || ':' || partij_id = any ((select toegang.partijen())::text[]));
create policy schrijven on casus.verklaring for insert to la_app with check (door = stelsel.persoon()
  and casus_id || ':' || organisatie_id = any ((select toegang.dossierorganisaties())::text[])
  and partij_id = any ((select toegang.betrokkenen())::uuid[]));

grant select, insert on all tables in schema casus to la_app;
grant update (fase, stand, gemeente, gesloten_op, laatste_wijziging, versie) on casus.casus to la_app;
grant update (soort, gedeeld, deelgrond, over_dag, inhoud, versie, vastgelegd_op, door) on casus.notitie to la_app;
grant update (gedeeld, deelgrond) on casus.document to la_app;
grant update (inhoud, bewaard_op) on casus.concept to la_app;
grant update (anonimiteit, grond, gegevens) on casus.melder to la_app;
grant delete on all tables in schema casus to la_app;
