-- Help that a region offers. Content stands in append-only versions; a pointer says which one is public.
create schema if not exists hulpaanbod;
grant usage on schema hulpaanbod to la_app;

create table hulpaanbod.hulpaanbod (
  id uuid primary key,
  regio text not null,
  code text not null,
  volgorde integer not null,
  versie integer not null check (versie >= 1),
  openbare_versie integer,
  unique (regio, code)
);
comment on table hulpaanbod.hulpaanbod is 'Hulp die in een regio bestaat';
comment on column hulpaanbod.hulpaanbod.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column hulpaanbod.hulpaanbod.regio is 'Regio waarin de hulp bestaat [klasse: feit]';
comment on column hulpaanbod.hulpaanbod.code is 'Code binnen de regio [klasse: feit]';
comment on column hulpaanbod.hulpaanbod.volgorde is 'Plaats in de lijst van de bron [klasse: stelsel]';
comment on column hulpaanbod.hulpaanbod.versie is 'Nummer van de geldende versie [klasse: stelsel]';
comment on column hulpaanbod.hulpaanbod.openbare_versie is 'Nummer van de gepubliceerde versie; leeg is niet openbaar [klasse: feit]';
create index hulpaanbod_regio on hulpaanbod.hulpaanbod (regio, volgorde);

create table hulpaanbod.hulpaanbod_versie (
  hulpaanbod_id uuid not null references hulpaanbod.hulpaanbod,
  versie integer not null check (versie >= 1),
  inhoud jsonb,
  geldig_vanaf date not null,
  vastgelegd timestamptz not null,
  door text not null,
  reden text,
  primary key (hulpaanbod_id, versie)
);
comment on table hulpaanbod.hulpaanbod_versie is 'Versies van een hulpaanbod: er komt bij, er gaat nooit af';
comment on column hulpaanbod.hulpaanbod_versie.hulpaanbod_id is 'Hulpaanbod [klasse: stelsel]';
comment on column hulpaanbod.hulpaanbod_versie.versie is 'Volgnummer vanaf 1 [klasse: stelsel]';
comment on column hulpaanbod.hulpaanbod_versie.inhoud is 'Naam, aanbieder, doelgroepen en meer; leeg is van de lijst gehaald; bevat geen namen van personen [klasse: feit]';
comment on column hulpaanbod.hulpaanbod_versie.geldig_vanaf is 'Dag vanaf welke dit geldt [klasse: feit]';
comment on column hulpaanbod.hulpaanbod_versie.vastgelegd is 'Tijdstip van vastleggen [klasse: stelsel]';
comment on column hulpaanbod.hulpaanbod_versie.door is 'Wie het vastlegde: kenmerk van een mens of taak, geen naam [klasse: stelsel]';
comment on column hulpaanbod.hulpaanbod_versie.reden is 'Waarom, in eigen woorden [klasse: feit]';

create function hulpaanbod.mag_werken(r text) returns boolean language sql stable as
  $$ select stelsel.is_stelsel()
     or r = any ((select toegang.regios('projectleider', 'beleidsmedewerker', 'datalab_analist', 'lezer'))::text[]) $$;
create function hulpaanbod.mag_wijzigen(r text) returns boolean language sql stable as
  $$ select stelsel.is_stelsel() or r = any ((select toegang.regios('projectleider'))::text[]) $$;
revoke all on function hulpaanbod.mag_werken, hulpaanbod.mag_wijzigen from public;
grant execute on function hulpaanbod.mag_werken, hulpaanbod.mag_wijzigen to la_app;

alter table hulpaanbod.hulpaanbod enable row level security;
alter table hulpaanbod.hulpaanbod force row level security;
alter table hulpaanbod.hulpaanbod_versie enable row level security;
alter table hulpaanbod.hulpaanbod_versie force row level security;

create policy lezen on hulpaanbod.hulpaanbod for select to la_app
  using ((openbare_versie is not null and stelsel.actor() is not null) or hulpaanbod.mag_werken(regio));
create policy toevoegen on hulpaanbod.hulpaanbod for insert to la_app with check (hulpaanbod.mag_wijzigen(regio));
create policy wijzigen on hulpaanbod.hulpaanbod for update to la_app
  using (hulpaanbod.mag_wijzigen(regio)) with check (hulpaanbod.mag_wijzigen(regio));
create policy lezen on hulpaanbod.hulpaanbod_versie for select to la_app
  using (exists (select 1 from hulpaanbod.hulpaanbod h where h.id = hulpaanbod_id
    and (h.openbare_versie = hulpaanbod_versie.versie or hulpaanbod.mag_werken(h.regio))));
create policy toevoegen on hulpaanbod.hulpaanbod_versie for insert to la_app
  with check (exists (select 1 from hulpaanbod.hulpaanbod h
    where h.id = hulpaanbod_id and hulpaanbod.mag_wijzigen(h.regio)));

grant select, insert on hulpaanbod.hulpaanbod, hulpaanbod.hulpaanbod_versie to la_app;
grant update (versie, openbare_versie, volgorde) on hulpaanbod.hulpaanbod to la_app;
