-- Need-to-know. Access to a file is a relation of one professional with one file, with a purpose, a ground and
-- an end. No relation, no row: the functions below say it once, and every policy of every later room asks them.
-- This room knows files and the people in them by opaque id only.
alter table toegang.lidmaatschap drop constraint lidmaatschap_rol_check;
alter table toegang.lidmaatschap add constraint lidmaatschap_rol_check check (rol in (
  'technisch_beheerder', 'accountbeheerder', 'projectleider', 'beleidsmedewerker', 'datalab_analist', 'raadslid',
  'lezer', 'professional', 'teamleider', 'intaker', 'privacyfunctionaris'));

-- Organisations for which the actor holds one of these roles today.
create function toegang.organisaties(variadic rollen text[]) returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct l.organisatie_id), '{}') from toegang.lidmaatschap l
   join toegang.persoon p on p.id = l.persoon_id and p.actief
   where l.persoon_id = stelsel.persoon() and l.rol = any (rollen)
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())); end $$;

create table toegang.dossier (
  id uuid primary key,
  regio text not null,
  organisatie_id uuid not null references toegang.organisatie,
  aangelegd_door uuid references toegang.persoon,
  aangelegd_op date not null,
  aangelegd_in xid8 not null default pg_current_xact_id(),
  gesloten_op date check (gesloten_op >= aangelegd_op)
);
create index dossier_organisatie on toegang.dossier (organisatie_id, aangelegd_op);
comment on table toegang.dossier is 'Dossier waaraan toegang hangt, alleen als kenmerk: wat erin staat weet de kamer die het houdt';
comment on column toegang.dossier.id is 'Willekeurig kenmerk, hetzelfde als in de kamer die het dossier houdt [klasse: stelsel]';
comment on column toegang.dossier.regio is 'Regio [klasse: feit]';
comment on column toegang.dossier.organisatie_id is 'Organisatie die verwerkingsverantwoordelijke is [klasse: feit]';
comment on column toegang.dossier.aangelegd_door is 'Wie het dossier aanlegde [klasse: stelsel]';
comment on column toegang.dossier.aangelegd_op is 'Dag van aanleggen [klasse: feit]';
comment on column toegang.dossier.aangelegd_in is 'Transactie van aanleggen: alleen daarin mag de aanlegger zijn eerste relatie krijgen [klasse: stelsel]';
comment on column toegang.dossier.gesloten_op is 'Dag van sluiten; leeg is open [klasse: feit]';

create table toegang.betrokkene (
  id uuid primary key,
  regio text not null,
  organisatie_id uuid not null references toegang.organisatie,
  aangelegd_door uuid references toegang.persoon,
  aangelegd_in xid8 not null default pg_current_xact_id()
);
comment on table toegang.betrokkene is 'Mens over wie een dossier gaat, alleen als kenmerk: wie het is weet de kamer gezin';
comment on column toegang.betrokkene.id is 'Willekeurig kenmerk, hetzelfde als in de kamer gezin [klasse: stelsel]';
comment on column toegang.betrokkene.regio is 'Regio [klasse: feit]';
comment on column toegang.betrokkene.organisatie_id is 'Organisatie die verwerkingsverantwoordelijke is [klasse: feit]';
comment on column toegang.betrokkene.aangelegd_door is 'Wie de persoon vastlegde [klasse: stelsel]';
comment on column toegang.betrokkene.aangelegd_in is 'Transactie van vastleggen: alleen daarin mag een onbekende aan een dossier worden gekoppeld [klasse: stelsel]';

create table toegang.betrokkenheid (
  dossier_id uuid not null references toegang.dossier on delete cascade,
  betrokkene_id uuid not null references toegang.betrokkene on delete cascade,
  van date not null,
  tot date check (tot >= van),
  primary key (dossier_id, betrokkene_id)
);
create index betrokkenheid_betrokkene on toegang.betrokkenheid (betrokkene_id);
comment on table toegang.betrokkenheid is 'Over wie een dossier gaat, alleen als kenmerk';
comment on column toegang.betrokkenheid.dossier_id is 'Dossier [klasse: stelsel]';
comment on column toegang.betrokkenheid.betrokkene_id is 'Persoon in de kamer gezin [klasse: stelsel]';
comment on column toegang.betrokkenheid.van is 'Eerste dag [klasse: feit]';
comment on column toegang.betrokkenheid.tot is 'Eerste dag waarop niet meer; leeg is open. De persoon blijft bij het dossier zichtbaar [klasse: feit]';

create table toegang.relatie (
  id uuid primary key,
  persoon_id uuid not null references toegang.persoon,
  organisatie_id uuid not null references toegang.organisatie,
  dossier_id uuid not null references toegang.dossier on delete cascade,
  doel text not null check (doel in ('behandeling', 'regie', 'overleg', 'melder', 'geheim_adres', 'politie')),
  namens uuid,
  grond text not null check (grond ~ '^[a-z][a-z0-9_]{0,60}$'),
  aanleiding text not null check (aanleiding in ('aanleg', 'toewijzing', 'bijzonder', 'overdracht_aanvaard',
    'overleg', 'heropening')),
  van date not null,
  tot date check (tot >= van),
  gegeven_door uuid references toegang.persoon,
  einde_aanleiding text check (einde_aanleiding in ('afsluiting', 'intrekking', 'teruggave', 'functiewissel',
    'overdracht_voltooid')),
  beeindigd_door uuid references toegang.persoon,
  check (doel <> 'overleg' or tot is not null)
);
create index relatie_persoon on toegang.relatie (persoon_id, doel);
create index relatie_dossier on toegang.relatie (dossier_id);
comment on table toegang.relatie is 'Toegang: deze mens, dit dossier, dit doel en deze grond, van tot';
comment on column toegang.relatie.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column toegang.relatie.persoon_id is 'Mens die toegang heeft [klasse: stelsel]';
comment on column toegang.relatie.organisatie_id is 'Organisatie namens welke [klasse: stelsel]';
comment on column toegang.relatie.dossier_id is 'Dossier [klasse: stelsel]';
comment on column toegang.relatie.doel is 'Waarvoor: behandeling, regie, overleg, of een onderdeel met een eigen regel (melder, geheim_adres, politie) [klasse: feit]';
comment on column toegang.relatie.namens is 'Partij voor wie deze professional werkt; leeg is het hele gezin [klasse: stelsel]';
comment on column toegang.relatie.grond is 'Code van de wettelijke grond [klasse: feit]';
comment on column toegang.relatie.aanleiding is 'Code van de gebeurtenis die de relatie opende [klasse: feit]';
comment on column toegang.relatie.van is 'Eerste dag [klasse: feit]';
comment on column toegang.relatie.tot is 'Eerste dag waarop niet meer; leeg is open [klasse: feit]';
comment on column toegang.relatie.gegeven_door is 'Wie de relatie gaf; leeg is de regel zelf [klasse: stelsel]';
comment on column toegang.relatie.einde_aanleiding is 'Code van de gebeurtenis die de relatie sloot [klasse: feit]';
comment on column toegang.relatie.beeindigd_door is 'Wie de relatie sloot; leeg is de regel zelf [klasse: stelsel]';

create table toegang.blokkade (
  id uuid primary key,
  persoon_id uuid not null references toegang.persoon,
  organisatie_id uuid not null references toegang.organisatie,
  dossier_id uuid references toegang.dossier on delete cascade,
  betrokkene_id uuid,
  reden text not null check (reden in ('is_betrokkene', 'naaste', 'buren_of_vrienden', 'andere_rol', 'eigen_verzoek')),
  van date not null,
  tot date check (tot >= van),
  gegeven_door uuid references toegang.persoon,
  check ((dossier_id is null) <> (betrokkene_id is null))
);
create index blokkade_persoon on toegang.blokkade (persoon_id);
comment on table toegang.blokkade is 'Deze mens krijgt nooit toegang tot dit dossier, of tot elk dossier over deze persoon; wint van alles';
comment on column toegang.blokkade.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column toegang.blokkade.persoon_id is 'Mens die wordt geweerd [klasse: stelsel]';
comment on column toegang.blokkade.organisatie_id is 'Organisatie van die mens [klasse: stelsel]';
comment on column toegang.blokkade.dossier_id is 'Geweerd van dit dossier [klasse: stelsel]';
comment on column toegang.blokkade.betrokkene_id is 'Geweerd van elk dossier over deze persoon [klasse: stelsel]';
comment on column toegang.blokkade.reden is 'Code van de reden [klasse: feit]';
comment on column toegang.blokkade.van is 'Eerste dag [klasse: feit]';
comment on column toegang.blokkade.tot is 'Eerste dag waarop niet meer; leeg is open [klasse: feit]';
comment on column toegang.blokkade.gegeven_door is 'Wie de blokkade gaf [klasse: stelsel]';

create table toegang.overdracht (
  id uuid primary key,
  dossier_id uuid not null references toegang.dossier on delete cascade,
  van_organisatie uuid not null references toegang.organisatie,
  naar_organisatie uuid not null references toegang.organisatie,
  grond text not null check (grond ~ '^[a-z][a-z0-9_]{0,60}$'),
  stand text not null default 'aangeboden' check (stand in ('aangeboden', 'aanvaard', 'geweigerd', 'ingetrokken')),
  aangeboden_op date not null,
  aangeboden_door uuid references toegang.persoon,
  beslist_op date check (beslist_op >= aangeboden_op),
  beslist_door uuid references toegang.persoon,
  check ((stand = 'aangeboden') = (beslist_op is null)),
  check (van_organisatie <> naar_organisatie)
);
create index overdracht_dossier on toegang.overdracht (dossier_id);
create index overdracht_naar on toegang.overdracht (naar_organisatie, stand);
comment on table toegang.overdracht is 'Aanbod van een dossier aan een andere organisatie';
comment on column toegang.overdracht.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column toegang.overdracht.dossier_id is 'Dossier [klasse: stelsel]';
comment on column toegang.overdracht.van_organisatie is 'Organisatie die aanbiedt [klasse: feit]';
comment on column toegang.overdracht.naar_organisatie is 'Organisatie aan wie [klasse: feit]';
comment on column toegang.overdracht.grond is 'Code van de wettelijke grond [klasse: feit]';
comment on column toegang.overdracht.stand is 'aangeboden, aanvaard, geweigerd of ingetrokken [klasse: feit]';
comment on column toegang.overdracht.aangeboden_op is 'Dag van aanbieden [klasse: feit]';
comment on column toegang.overdracht.aangeboden_door is 'Wie aanbood [klasse: stelsel]';
comment on column toegang.overdracht.beslist_op is 'Dag van beslissen [klasse: feit]';
comment on column toegang.overdracht.beslist_door is 'Wie besliste [klasse: stelsel]';

create table toegang.noodtoegang (
  id uuid primary key,
  persoon_id uuid not null references toegang.persoon,
  organisatie_id uuid not null references toegang.organisatie,
  dossier_id uuid not null references toegang.dossier on delete cascade,
  reden bytea not null,
  sleutel_id text not null,
  van timestamptz not null,
  tot timestamptz not null check (tot > van),
  oordeel text check (oordeel in ('terecht', 'onterecht', 'onduidelijk')),
  beoordeeld_door uuid references toegang.persoon,
  beoordeeld_op timestamptz,
  check ((oordeel is null) = (beoordeeld_op is null)),
  check (beoordeeld_door is null or beoordeeld_door <> persoon_id)
);
create index noodtoegang_persoon on toegang.noodtoegang (persoon_id, tot);
create index noodtoegang_open on toegang.noodtoegang (van) where oordeel is null;
comment on table toegang.noodtoegang is 'Toegang zonder relatie, met reden, tot één dossier; eindigt vanzelf en wordt beoordeeld';
comment on column toegang.noodtoegang.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column toegang.noodtoegang.persoon_id is 'Mens die noodtoegang nam [klasse: stelsel]';
comment on column toegang.noodtoegang.organisatie_id is 'Organisatie van die mens [klasse: stelsel]';
comment on column toegang.noodtoegang.dossier_id is 'Dossier [klasse: stelsel]';
comment on column toegang.noodtoegang.reden is 'Reden in eigen woorden, versleuteld [klasse: inhoud]';
comment on column toegang.noodtoegang.sleutel_id is 'Sleutel in de kluis die de reden opent [klasse: stelsel]';
comment on column toegang.noodtoegang.van is 'Begin [klasse: feit]';
comment on column toegang.noodtoegang.tot is 'Einde, vanzelf [klasse: feit]';
comment on column toegang.noodtoegang.oordeel is 'Oordeel van de privacyfunctionaris; leeg is nog te beoordelen [klasse: feit]';
comment on column toegang.noodtoegang.beoordeeld_door is 'Wie oordeelde [klasse: stelsel]';
comment on column toegang.noodtoegang.beoordeeld_op is 'Wanneer [klasse: feit]';

create table toegang.zoekactie (
  id uuid primary key default gen_random_uuid(),
  persoon_id uuid not null default stelsel.persoon() references toegang.persoon,
  soort text not null check (soort in ('radar', 'noodtoegang')),
  tijdstip timestamptz not null default now()
);
create index zoekactie_persoon on toegang.zoekactie (persoon_id, soort, tijdstip);
comment on table toegang.zoekactie is 'Zoeken zonder relatie: geteld, begrensd en na te kijken';
comment on column toegang.zoekactie.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column toegang.zoekactie.persoon_id is 'Wie zocht [klasse: stelsel]';
comment on column toegang.zoekactie.soort is 'Langs welke weg [klasse: feit]';
comment on column toegang.zoekactie.tijdstip is 'Wanneer [klasse: feit]';

-- Is the actor barred from this file? Asked before everything else.
create function toegang.geblokkeerd(dossier uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select exists (select 1 from toegang.blokkade b
   where b.persoon_id = stelsel.persoon()
     and b.van <= stelsel.vandaag() and (b.tot is null or b.tot > stelsel.vandaag())
     and (b.dossier_id = dossier or b.betrokkene_id in
       (select k.betrokkene_id from toegang.betrokkenheid k where k.dossier_id = dossier)))); end $$;

-- Open relations of the actor that are not barred. A relation without a membership that holds today is none.
-- In plpgsql, here and below: its plans are kept for the session, those of a definer function in SQL are not.
create function toegang.open_relaties() returns table (dossier_id uuid, organisatie_id uuid, doel text, namens uuid)
  language plpgsql stable security definer rows 100 set search_path = '' as
$$ #variable_conflict use_column
declare ik uuid := stelsel.persoon(); dag date := stelsel.vandaag(); organisaties uuid[]; geweerd uuid[];
begin
  if ik is null then return; end if;
  geweerd := array(select coalesce(b.dossier_id, k.dossier_id) from toegang.blokkade b
    left join toegang.betrokkenheid k on k.betrokkene_id = b.betrokkene_id
    where b.persoon_id = ik and b.van <= dag and (b.tot is null or b.tot > dag)
      and coalesce(b.dossier_id, k.dossier_id) is not null);
  organisaties := toegang.organisaties('professional', 'teamleider', 'intaker');
  return query select r.dossier_id, r.organisatie_id, r.doel, r.namens from toegang.relatie r
    where r.persoon_id = ik and r.van <= dag and (r.tot is null or r.tot > dag)
      and r.organisatie_id = any (organisaties)
      and r.dossier_id <> all (geweerd);
end $$;

create function toegang.open_noodtoegang() returns setof uuid
  language plpgsql stable security definer rows 5 set search_path = '' as
$$ begin return query select n.dossier_id from toegang.noodtoegang n
   where n.persoon_id = stelsel.persoon() and n.van <= now() and n.tot > now()
     and n.organisatie_id = any (toegang.organisaties('professional', 'teamleider', 'intaker'))
     and not toegang.geblokkeerd(n.dossier_id); end $$;

-- What policies ask. Files that the actor may see; files of which he may see a part with its own rule (break-glass
-- never opens those); file and party as one text, for what belongs to one party.
create function toegang.dossiers() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(d), '{}') from (
     select dossier_id d from toegang.open_relaties() where doel in ('behandeling', 'regie', 'overleg')
     union select toegang.open_noodtoegang()) x); end $$;
create function toegang.dossiers_voor(gevraagd text) returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct dossier_id), '{}') from toegang.open_relaties() where doel = gevraagd); end $$;
create function toegang.partijen() returns text[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct dossier_id || ':' || namens), '{}') from toegang.open_relaties()
   where namens is not null); end $$;
-- Organisations on whose behalf the actor works in a file: what is one organisation's own stays with it.
create function toegang.dossierorganisaties() returns text[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct dossier_id || ':' || organisatie_id), '{}') from toegang.open_relaties()
   where doel in ('behandeling', 'regie')); end $$;
-- The same for the direction alone.
create function toegang.regieorganisaties() returns text[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct dossier_id || ':' || organisatie_id), '{}') from toegang.open_relaties()
   where doel = 'regie'); end $$;
-- Files that the actor may write in: a table meeting and break-glass let him read only.
create function toegang.dossiers_te_bewerken() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct dossier_id), '{}') from toegang.open_relaties()
   where doel in ('behandeling', 'regie')); end $$;
-- Persons in the files that the actor may write in.
create function toegang.betrokkenen_te_bewerken() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct k.betrokkene_id), '{}') from toegang.betrokkenheid k
   where k.dossier_id = any (toegang.dossiers_te_bewerken())); end $$;
-- Persons in the files that the actor may see.
create function toegang.betrokkenen() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct k.betrokkene_id), '{}') from toegang.betrokkenheid k
   where k.dossier_id = any (toegang.dossiers())); end $$;
-- Does this organisation hold the file: as its controller, or by a handover that it accepted?
create function toegang.houdt(dossier uuid, organisatie uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select exists (select 1 from toegang.dossier d where d.id = dossier and d.organisatie_id = organisatie)
   or exists (select 1 from toegang.overdracht o where o.dossier_id = dossier and o.naar_organisatie = organisatie
     and o.stand = 'aanvaard')); end $$;
-- Files that a team leader may give out: held by his organisation and not barred to himself.
create function toegang.te_verdelen() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ declare eigen uuid[] := toegang.organisaties('teamleider'); geweerd uuid[]; dag date := stelsel.vandaag();
begin
  if cardinality(eigen) = 0 then return '{}'; end if;
  geweerd := array(select coalesce(b.dossier_id, k.dossier_id) from toegang.blokkade b
    left join toegang.betrokkenheid k on k.betrokkene_id = b.betrokkene_id
    where b.persoon_id = stelsel.persoon() and b.van <= dag and (b.tot is null or b.tot > dag)
      and coalesce(b.dossier_id, k.dossier_id) is not null);
  return (select coalesce(array_agg(x.id), '{}') from (
     select d.id from toegang.dossier d where d.organisatie_id = any (eigen)
     union select o.dossier_id from toegang.overdracht o
       where o.stand = 'aanvaard' and o.naar_organisatie = any (eigen)) x
   where x.id <> all (geweerd));
end $$;
-- Does this person hold one of these roles for this organisation today? For giving a relation to another.
create function toegang.werkt_voor(mens uuid, organisatie uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select exists (select 1 from toegang.lidmaatschap l join toegang.persoon p on p.id = l.persoon_id and p.actief
   where l.persoon_id = mens and l.organisatie_id = organisatie
     and l.rol in ('professional', 'teamleider', 'intaker')
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())) $$;
-- People with a role in casework in the organisations for which the actor holds one of these roles.
create function toegang.mensen_van(variadic rollen text[]) returns uuid[]
  language sql stable security definer set search_path = '' as
$$ select coalesce(array_agg(distinct l.persoon_id), '{}') from toegang.lidmaatschap l
   where l.organisatie_id = any (toegang.organisaties(variadic rollen))
     and l.rol in ('professional', 'teamleider', 'intaker', 'privacyfunctionaris') $$;
-- Was this file laid down in this very transaction by the actor? Only then may he stand in it himself.
create function toegang.zojuist_aangelegd(dossier uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select exists (select 1 from toegang.dossier d where d.id = dossier
   and d.aangelegd_door = stelsel.persoon() and d.aangelegd_in = pg_current_xact_id_if_assigned()) $$;
-- The same of a person. Without it, whoever guesses an id could pull a stranger into his own file and read him.
create function toegang.zojuist_vastgelegd(mens uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select exists (select 1 from toegang.betrokkene b where b.id = mens
   and b.aangelegd_door = stelsel.persoon() and b.aangelegd_in = pg_current_xact_id_if_assigned()) $$;
-- May this known person be linked to this file? Only when the actor works with both, and the organisation that
-- holds the person holds the file: what was seen at a table meeting or by break-glass is not taken along.
create function toegang.mag_koppelen(dossier uuid, mens uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select mens = any (toegang.betrokkenen_te_bewerken()) and exists (select 1 from toegang.betrokkene b
   where b.id = mens and toegang.houdt(dossier, b.organisatie_id)) $$;
-- May the actor give this relation? Nobody to himself, but for the first one of a file that he lays down in this
-- transaction. Who has the direction invites to a table meeting; a team leader allots the work of his organisation;
-- the parts with a rule of their own are given by the organisation that is the controller, never by the receiver.
create function toegang.mag_geven(mens uuid, organisatie uuid, dossier uuid, gevraagd text, gebeurtenis text)
  returns boolean language sql stable security definer set search_path = '' as
$$ select toegang.werkt_voor(mens, organisatie) and case
     when mens = stelsel.persoon() then gebeurtenis = 'aanleg' and gevraagd in ('behandeling', 'regie')
       and toegang.zojuist_aangelegd(dossier) and toegang.houdt(dossier, organisatie)
     when gevraagd = 'overleg' then gebeurtenis = 'overleg' and dossier = any (toegang.dossiers_voor('regie'))
     when dossier <> all (toegang.te_verdelen()) or not toegang.houdt(dossier, organisatie) then false
     when gevraagd in ('melder', 'geheim_adres', 'politie') then gebeurtenis = 'bijzonder'
       and exists (select 1 from toegang.dossier d where d.id = dossier
         and d.organisatie_id = any (toegang.organisaties('teamleider')))
     else gebeurtenis in ('toewijzing', 'overdracht_aanvaard', 'heropening')
       and organisatie = any (toegang.organisaties('teamleider')) end $$;
-- Is somebody else barred from this file? Told only to who may give relations with it.
create function toegang.niet_te_geven(mens uuid, dossier uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select (dossier = any (toegang.te_verdelen()) or dossier = any (toegang.dossiers_voor('regie')))
   and exists (select 1 from toegang.blokkade b where b.persoon_id = mens
     and b.van <= stelsel.vandaag() and (b.tot is null or b.tot > stelsel.vandaag())
     and (b.dossier_id = dossier or b.betrokkene_id in
       (select k.betrokkene_id from toegang.betrokkenheid k where k.dossier_id = dossier))) $$;
-- On behalf of which organisation may the actor take break-glass on this file: one of the file's own region, the wished
-- one when it can be. Null for absent, another region and barred: one answer.
create function toegang.nood_organisatie(dossier uuid, gewenst uuid) returns uuid
  language sql stable security definer set search_path = '' as
$$ select l.organisatie_id from toegang.dossier d
   join toegang.lidmaatschap l on l.regio = d.regio and l.persoon_id = stelsel.persoon()
     and l.rol in ('professional', 'intaker')
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())
   join toegang.persoon p on p.id = l.persoon_id and p.actief
   where d.id = dossier and not toegang.geblokkeerd(dossier)
   order by l.organisatie_id = gewenst desc nulls last, l.organisatie_id limit 1 $$;
-- Whom may the actor bar others from: a file or person that he knows of by his work, or, as privacy officer, one of
-- his region. Never one that he is barred from himself.
create function toegang.mag_weren(dossier uuid, mens uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select case when dossier is not null then exists (select 1 from toegang.dossier d where d.id = dossier
     and (d.id = any (toegang.te_verdelen()) or d.id = any (toegang.dossiers())
       or d.regio = any (toegang.regios('privacyfunctionaris'))))
     and not toegang.geblokkeerd(dossier)
   else exists (select 1 from toegang.betrokkene b where b.id = mens
     and (b.id = any (toegang.betrokkenen()) or b.regio = any (toegang.regios('privacyfunctionaris'))))
     and not exists (select 1 from toegang.betrokkenheid k where k.betrokkene_id = mens
       and toegang.geblokkeerd(k.dossier_id)) end $$;
-- Is the actor privacy officer of the organisation that is the controller of this file?
create function toegang.onder_toezicht(dossier uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select exists (select 1 from toegang.dossier d where d.id = dossier
   and d.organisatie_id = any (toegang.organisaties('privacyfunctionaris'))) $$;
revoke all on all functions in schema toegang from public;
grant execute on all functions in schema toegang to la_app;

do $$ declare t text; begin
  foreach t in array array['dossier', 'betrokkene', 'betrokkenheid', 'relatie', 'blokkade', 'overdracht', 'noodtoegang', 'zoekactie'] loop
    execute format('create policy poort on toegang.%I for select to la_eigenaar using (true)', t);
    execute format('create policy stelsel on toegang.%I for all to la_app using (stelsel.is_stelsel()) with check (stelsel.is_stelsel())', t);
  end loop;
end $$;
alter table toegang.dossier enable row level security;
alter table toegang.dossier force row level security;
alter table toegang.betrokkene enable row level security;
alter table toegang.betrokkene force row level security;
alter table toegang.betrokkenheid enable row level security;
alter table toegang.betrokkenheid force row level security;
alter table toegang.relatie enable row level security;
alter table toegang.relatie force row level security;
alter table toegang.blokkade enable row level security;
alter table toegang.blokkade force row level security;
alter table toegang.overdracht enable row level security;
alter table toegang.overdracht force row level security;
alter table toegang.noodtoegang enable row level security;
alter table toegang.noodtoegang force row level security;
alter table toegang.zoekactie enable row level security;
alter table toegang.zoekactie force row level security;

create policy lezen on toegang.dossier for select to la_app
  using (id = any ((select toegang.dossiers())::uuid[]) or id = any ((select toegang.te_verdelen())::uuid[]));
create policy aanleggen on toegang.dossier for insert to la_app with check (
  aangelegd_door = stelsel.persoon() and gesloten_op is null and aangelegd_op = stelsel.vandaag()
  and organisatie_id = any ((select toegang.organisaties('intaker', 'teamleider', 'professional'))::uuid[])
  and regio = any ((select toegang.regios('intaker', 'teamleider', 'professional'))::text[]));
create policy sluiten on toegang.dossier for update to la_app
  using (id = any ((select toegang.dossiers_voor('regie'))::uuid[]));

create policy lezen on toegang.betrokkene for select to la_app
  using (id = any ((select toegang.betrokkenen())::uuid[]));
create policy vastleggen on toegang.betrokkene for insert to la_app with check (aangelegd_door = stelsel.persoon()
  and organisatie_id = any ((select toegang.organisaties('intaker', 'teamleider', 'professional'))::uuid[])
  and regio = any ((select toegang.regios('intaker', 'teamleider', 'professional'))::text[]));

create policy lezen on toegang.betrokkenheid for select to la_app
  using (dossier_id = any ((select toegang.dossiers())::uuid[]));
create policy schrijven on toegang.betrokkenheid for insert to la_app with check (
  dossier_id = any ((select toegang.dossiers_te_bewerken())::uuid[])
  and (toegang.zojuist_vastgelegd(betrokkene_id) or toegang.mag_koppelen(dossier_id, betrokkene_id)));
create policy wijzigen on toegang.betrokkenheid for update to la_app
  using (dossier_id = any ((select toegang.dossiers_te_bewerken())::uuid[]));

-- A relation is seen by who stands in the same file, by who gives out the work, and by the privacy officer.
create policy lezen on toegang.relatie for select to la_app using (
  dossier_id = any ((select toegang.dossiers())::uuid[])
  or (organisatie_id = any ((select toegang.organisaties('teamleider'))::uuid[])
    and dossier_id = any ((select toegang.te_verdelen())::uuid[]))
  or (organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
    and not toegang.geblokkeerd(dossier_id)));
create policy geven on toegang.relatie for insert to la_app with check (
  einde_aanleiding is null and beeindigd_door is null and gegeven_door = stelsel.persoon() and van = stelsel.vandaag()
  and toegang.mag_geven(persoon_id, organisatie_id, dossier_id, doel, aanleiding));
-- Only what is open can be ended, today and not earlier: the past stays as it was.
create policy sluiten on toegang.relatie for update to la_app using ((tot is null or tot > stelsel.vandaag()) and (
  (organisatie_id = any ((select toegang.organisaties('teamleider'))::uuid[])
    and dossier_id = any ((select toegang.te_verdelen())::uuid[]))
  or dossier_id = any ((select toegang.dossiers_voor('regie'))::uuid[])
  or (persoon_id = stelsel.persoon() and not toegang.geblokkeerd(dossier_id))))
  with check (tot = stelsel.vandaag() and einde_aanleiding is not null and einde_aanleiding <> 'functiewissel'
    and beeindigd_door = stelsel.persoon());

-- Who is barred never learns that the file exists: not from this table either.
create policy lezen on toegang.blokkade for select to la_app using (persoon_id <> stelsel.persoon()
  and organisatie_id = any ((select toegang.organisaties('teamleider', 'privacyfunctionaris'))::uuid[]));
create policy geven on toegang.blokkade for insert to la_app with check (gegeven_door = stelsel.persoon()
  and persoon_id <> stelsel.persoon() and van = stelsel.vandaag() and tot is null
  and persoon_id = any ((select toegang.mensen_van('teamleider', 'privacyfunctionaris'))::uuid[])
  and toegang.mag_weren(dossier_id, betrokkene_id)
  and organisatie_id = any ((select toegang.organisaties('teamleider', 'privacyfunctionaris'))::uuid[]));
create policy opheffen on toegang.blokkade for update to la_app using (persoon_id <> stelsel.persoon()
  and (tot is null or tot > stelsel.vandaag())
  and organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[]))
  with check (tot = stelsel.vandaag());

-- An offer that was withdrawn is no longer the receiver's to know; of one that it refused it keeps its own decision.
create policy lezen on toegang.overdracht for select to la_app using (
  not toegang.geblokkeerd(dossier_id) and (dossier_id = any ((select toegang.dossiers())::uuid[])
  or van_organisatie = any ((select toegang.organisaties('teamleider'))::uuid[])
  or (stand <> 'ingetrokken' and naar_organisatie = any ((select toegang.organisaties('teamleider', 'intaker'))::uuid[]))));
create policy aanbieden on toegang.overdracht for insert to la_app with check (
  stand = 'aangeboden' and aangeboden_door = stelsel.persoon() and aangeboden_op = stelsel.vandaag()
  and dossier_id = any ((select toegang.dossiers_voor('regie'))::uuid[])
  and toegang.houdt(dossier_id, van_organisatie)
  and van_organisatie = any ((select toegang.organisaties('professional', 'teamleider', 'intaker'))::uuid[]));
create policy beslissen on toegang.overdracht for update to la_app
  using (stand = 'aangeboden' and not toegang.geblokkeerd(dossier_id)
    and (naar_organisatie = any ((select toegang.organisaties('teamleider'))::uuid[])
      or van_organisatie = any ((select toegang.organisaties('teamleider'))::uuid[])
      or dossier_id || ':' || van_organisatie = any ((select toegang.regieorganisaties())::text[])))
  with check (beslist_door = stelsel.persoon() and beslist_op = stelsel.vandaag() and case stand
    when 'ingetrokken' then van_organisatie = any ((select toegang.organisaties('teamleider'))::uuid[])
      or dossier_id || ':' || van_organisatie = any ((select toegang.regieorganisaties())::text[])
    when 'aangeboden' then false
    else naar_organisatie = any ((select toegang.organisaties('teamleider'))::uuid[]) end);

create policy lezen on toegang.noodtoegang for select to la_app using (
  (persoon_id = stelsel.persoon() and not toegang.geblokkeerd(dossier_id))
  or ((organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
    or toegang.onder_toezicht(dossier_id)) and not toegang.geblokkeerd(dossier_id))
  or dossier_id = any ((select toegang.dossiers_voor('regie'))::uuid[]));
create policy nemen on toegang.noodtoegang for insert to la_app with check (persoon_id = stelsel.persoon()
  and oordeel is null and beoordeeld_door is null and van = now() and tot <= van + interval '72 hours'
  and organisatie_id = toegang.nood_organisatie(dossier_id, organisatie_id));
create policy beoordelen on toegang.noodtoegang for update to la_app
  using (oordeel is null and persoon_id <> stelsel.persoon() and not toegang.geblokkeerd(dossier_id)
    and (organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
      or toegang.onder_toezicht(dossier_id)))
  with check (beoordeeld_door = stelsel.persoon() and oordeel is not null);

create policy eigen on toegang.zoekactie for select to la_app using (persoon_id = stelsel.persoon());
create policy nakijken on toegang.zoekactie for select to la_app using (persoon_id <> stelsel.persoon()
  and persoon_id = any ((select toegang.mensen_van('privacyfunctionaris'))::uuid[]));
create policy tellen on toegang.zoekactie for insert to la_app with check (persoon_id = stelsel.persoon());

grant select on toegang.dossier, toegang.betrokkene, toegang.betrokkenheid, toegang.relatie, toegang.blokkade, toegang.overdracht,
  toegang.noodtoegang, toegang.zoekactie to la_app;
grant insert (id, regio, organisatie_id, aangelegd_door, aangelegd_op) on toegang.dossier to la_app;
grant insert (id, regio, organisatie_id, aangelegd_door) on toegang.betrokkene to la_app;
grant update (gesloten_op) on toegang.dossier to la_app;
grant insert on toegang.betrokkenheid, toegang.relatie, toegang.blokkade, toegang.overdracht, toegang.noodtoegang to la_app;
grant insert (soort) on toegang.zoekactie to la_app;
grant update (tot) on toegang.betrokkenheid, toegang.blokkade to la_app;
grant update (tot, einde_aanleiding, beeindigd_door) on toegang.relatie to la_app;
grant update (stand, beslist_op, beslist_door) on toegang.overdracht to la_app;
grant update (oordeel, beoordeeld_door, beoordeeld_op) on toegang.noodtoegang to la_app;
grant delete on toegang.dossier, toegang.betrokkene, toegang.betrokkenheid to la_app;
