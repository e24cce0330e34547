-- The self-scan of a region. Content stands in append-only versions; a pointer says which one is public.
create schema if not exists zelfscan;
grant usage on schema zelfscan to la_app;

create table zelfscan.zelfscan (
  id uuid primary key,
  regio text not null unique,
  versie integer not null check (versie >= 1),
  openbare_versie integer
);
comment on table zelfscan.zelfscan is 'Zelfscan van een regio';
comment on column zelfscan.zelfscan.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column zelfscan.zelfscan.regio is 'Regio waarvan de zelfscan is [klasse: feit]';
comment on column zelfscan.zelfscan.versie is 'Nummer van de geldende versie [klasse: stelsel]';
comment on column zelfscan.zelfscan.openbare_versie is 'Nummer van de gepubliceerde versie; leeg is niet openbaar [klasse: feit]';

create table zelfscan.zelfscan_versie (
  zelfscan_id uuid not null references zelfscan.zelfscan,
  versie integer not null check (versie >= 1),
  inhoud jsonb not null,
  geldig_vanaf date not null,
  vastgelegd timestamptz not null,
  door text not null,
  reden text,
  primary key (zelfscan_id, versie)
);
comment on table zelfscan.zelfscan_versie is 'Versies van een zelfscan: er komt bij, er gaat nooit af';
comment on column zelfscan.zelfscan_versie.zelfscan_id is 'Zelfscan [klasse: stelsel]';
comment on column zelfscan.zelfscan_versie.versie is 'Volgnummer vanaf 1 [klasse: stelsel]';
comment on column zelfscan.zelfscan_versie.inhoud is 'Doel, werkwijze, secties en onderwerpen; bevat geen namen van personen [klasse: feit]';
comment on column zelfscan.zelfscan_versie.geldig_vanaf is 'Dag vanaf welke dit geldt [klasse: feit]';
comment on column zelfscan.zelfscan_versie.vastgelegd is 'Tijdstip van vastleggen [klasse: stelsel]';
comment on column zelfscan.zelfscan_versie.door is 'Wie het vastlegde: kenmerk van een mens of taak, geen naam [klasse: stelsel]';
comment on column zelfscan.zelfscan_versie.reden is 'Waarom, in eigen woorden [klasse: feit]';

create function zelfscan.mag_werken(r text) returns boolean language sql stable as
  $$ select stelsel.is_stelsel()
     or r = any ((select toegang.regios('projectleider', 'beleidsmedewerker', 'datalab_analist', 'lezer'))::text[]) $$;
create function zelfscan.mag_wijzigen(r text) returns boolean language sql stable as
  $$ select stelsel.is_stelsel() or r = any ((select toegang.regios('projectleider'))::text[]) $$;
revoke all on function zelfscan.mag_werken, zelfscan.mag_wijzigen from public;
grant execute on function zelfscan.mag_werken, zelfscan.mag_wijzigen to la_app;

alter table zelfscan.zelfscan enable row level security;
alter table zelfscan.zelfscan force row level security;
alter table zelfscan.zelfscan_versie enable row level security;
alter table zelfscan.zelfscan_versie force row level security;

create policy lezen on zelfscan.zelfscan for select to la_app
  using ((openbare_versie is not null and stelsel.actor() is not null) or zelfscan.mag_werken(regio));
create policy toevoegen on zelfscan.zelfscan for insert to la_app with check (zelfscan.mag_wijzigen(regio));
create policy wijzigen on zelfscan.zelfscan for update to la_app
  using (zelfscan.mag_wijzigen(regio)) with check (zelfscan.mag_wijzigen(regio));
create policy lezen on zelfscan.zelfscan_versie for select to la_app
  using (exists (select 1 from zelfscan.zelfscan z where z.id = zelfscan_id
    and (z.openbare_versie = zelfscan_versie.versie or zelfscan.mag_werken(z.regio))));
create policy toevoegen on zelfscan.zelfscan_versie for insert to la_app
  with check (exists (select 1 from zelfscan.zelfscan z where z.id = zelfscan_id and zelfscan.mag_wijzigen(z.regio)));

grant select, insert on zelfscan.zelfscan, zelfscan.zelfscan_versie to la_app;
grant update (versie, openbare_versie) on zelfscan.zelfscan to la_app;
