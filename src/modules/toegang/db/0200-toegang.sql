-- Organisations, people, memberships: who may do what, where and until when.
create schema if not exists toegang;
grant usage on schema toegang to la_app;

create table toegang.organisatie (
  id uuid primary key,
  naam text not null check (length(naam) between 1 and 200),
  soort text not null check (soort in ('gemeente', 'veilig_thuis', 'samenwerkingsverband', 'partner')),
  regio text,
  gemeente text,
  aangemaakt timestamptz not null default now()
);
comment on table toegang.organisatie is 'Organisatie die mensen toegang geeft';
comment on column toegang.organisatie.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column toegang.organisatie.naam is 'Naam van de organisatie [klasse: feit]';
comment on column toegang.organisatie.soort is 'Soort organisatie [klasse: feit]';
comment on column toegang.organisatie.regio is 'Regio waarin de organisatie werkt; leeg is elke regio [klasse: feit]';
comment on column toegang.organisatie.gemeente is 'CBS-code als de organisatie een gemeente is [klasse: feit]';
comment on column toegang.organisatie.aangemaakt is 'Tijdstip van aanmaken [klasse: stelsel]';

create table toegang.persoon (
  id uuid primary key,
  aanmeld_id text unique,
  naam bytea not null,
  email bytea not null,
  email_index bytea not null unique,
  sleutel_id text not null,
  actief boolean not null default true,
  aangemaakt timestamptz not null default now()
);
comment on table toegang.persoon is 'Mens met een account: naam en adres versleuteld met een eigen sleutel';
comment on column toegang.persoon.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column toegang.persoon.aanmeld_id is 'Kenmerk van het account in schema aanmelden [klasse: stelsel]';
comment on column toegang.persoon.naam is 'Naam, versleuteld [klasse: identificerend]';
comment on column toegang.persoon.email is 'E-mailadres, versleuteld [klasse: identificerend]';
comment on column toegang.persoon.email_index is 'Blinde index van het e-mailadres, om te vinden [klasse: identificerend]';
comment on column toegang.persoon.sleutel_id is 'Sleutel in de kluis die naam en adres opent [klasse: stelsel]';
comment on column toegang.persoon.actief is 'Mag deze mens zich aanmelden [klasse: feit]';
comment on column toegang.persoon.aangemaakt is 'Tijdstip van aanmaken [klasse: stelsel]';

create table toegang.lidmaatschap (
  id uuid primary key,
  persoon_id uuid not null references toegang.persoon,
  organisatie_id uuid not null references toegang.organisatie,
  rol text not null check (rol in ('technisch_beheerder', 'accountbeheerder', 'projectleider',
    'beleidsmedewerker', 'datalab_analist', 'raadslid', 'lezer')),
  regio text,
  gemeente text,
  van date not null,
  tot date,
  check (tot is null or tot >= van),
  -- Who works for one municipality says which; a region's role names its region.
  check ((rol in ('beleidsmedewerker', 'raadslid')) = (gemeente is not null)),
  check (rol = 'technisch_beheerder' or regio is not null)
);
create index lidmaatschap_persoon on toegang.lidmaatschap (persoon_id);
comment on table toegang.lidmaatschap is 'Rol van een mens namens een organisatie, voor een regio of gemeente, van tot';
comment on column toegang.lidmaatschap.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column toegang.lidmaatschap.persoon_id is 'Mens [klasse: stelsel]';
comment on column toegang.lidmaatschap.organisatie_id is 'Organisatie namens welke [klasse: stelsel]';
comment on column toegang.lidmaatschap.rol is 'Rolcode uit de woordenlijst [klasse: feit]';
comment on column toegang.lidmaatschap.regio is 'Regio waarvoor de rol geldt [klasse: feit]';
comment on column toegang.lidmaatschap.gemeente is 'CBS-code van de gemeente waarvoor de rol geldt [klasse: feit]';
comment on column toegang.lidmaatschap.van is 'Eerste dag waarop de rol geldt [klasse: feit]';
comment on column toegang.lidmaatschap.tot is 'Eerste dag waarop de rol niet meer geldt; leeg is open [klasse: feit]';

-- What policies ask: the regions (municipalities) in which the actor holds one of these roles today. As
-- definer, since a policy on lidmaatschap itself also asks it; the owner never serves a request.
create function toegang.regios(variadic rollen text[]) returns text[]
  language sql stable security definer set search_path = '' as
$$ select coalesce(array_agg(distinct l.regio), '{}') from toegang.lidmaatschap l
   join toegang.persoon p on p.id = l.persoon_id and p.actief
   where l.persoon_id = stelsel.persoon() and l.rol = any (rollen)
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag()) $$;
create function toegang.gemeenten(variadic rollen text[]) returns text[]
  language sql stable security definer set search_path = '' as
$$ select coalesce(array_agg(distinct l.gemeente), '{}') from toegang.lidmaatschap l
   join toegang.persoon p on p.id = l.persoon_id and p.actief
   where l.persoon_id = stelsel.persoon() and l.rol = any (rollen) and l.gemeente is not null
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag()) $$;
create function toegang.is_technisch_beheerder() returns boolean
  language sql stable security definer set search_path = '' as
$$ select exists (select 1 from toegang.lidmaatschap l
   join toegang.persoon p on p.id = l.persoon_id and p.actief
   where l.persoon_id = stelsel.persoon() and l.rol = 'technisch_beheerder'
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())) $$;
revoke all on all functions in schema toegang from public;
grant execute on all functions in schema toegang to la_app;

alter table toegang.organisatie enable row level security;
alter table toegang.organisatie force row level security;
alter table toegang.persoon enable row level security;
alter table toegang.persoon force row level security;
alter table toegang.lidmaatschap enable row level security;
alter table toegang.lidmaatschap force row level security;
create policy poort on toegang.lidmaatschap for select to la_eigenaar using (true);
create policy poort on toegang.persoon for select to la_eigenaar using (true);

create policy lezen on toegang.organisatie for select to la_app
  using (stelsel.is_stelsel() or stelsel.persoon() is not null);
create policy schrijven on toegang.organisatie for insert to la_app with check (
  stelsel.is_stelsel() or regio = any ((select toegang.regios('accountbeheerder'))::text[]));
create policy wijzigen on toegang.organisatie for update to la_app using (
  stelsel.is_stelsel() or regio = any ((select toegang.regios('accountbeheerder'))::text[]));

create policy eigen on toegang.lidmaatschap for select to la_app
  using (stelsel.is_stelsel() or persoon_id = stelsel.persoon());
create policy beheer on toegang.lidmaatschap for all to la_app
  using (stelsel.is_stelsel() or regio = any ((select toegang.regios('accountbeheerder'))::text[]))
  -- Nobody gives himself a role.
  with check (stelsel.is_stelsel() or (persoon_id <> stelsel.persoon()
    and regio = any ((select toegang.regios('accountbeheerder'))::text[])));

create policy eigen on toegang.persoon for select to la_app
  using (stelsel.is_stelsel() or id = stelsel.persoon());
create policy beheer on toegang.persoon for select to la_app
  using (exists (select 1 from toegang.lidmaatschap l where l.persoon_id = persoon.id
    and l.regio = any ((select toegang.regios('accountbeheerder'))::text[])));
create policy aanmaken on toegang.persoon for insert to la_app
  with check (stelsel.is_stelsel());
create policy bijwerken on toegang.persoon for update to la_app
  using (stelsel.is_stelsel() or id = stelsel.persoon());

grant select, insert, update on toegang.organisatie, toegang.persoon, toegang.lidmaatschap to la_app;
grant delete on toegang.lidmaatschap to la_app;
