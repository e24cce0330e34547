-- Programme content: items of many kinds, each with an append-only history. Content stands in the versions
-- only, so that who may read what is published can never read a draft of the same item.
create schema if not exists programma;
grant usage on schema programma to la_app;

create table programma.onderdeel (
  id uuid primary key default gen_random_uuid(),
  regio text not null,
  soort text not null,
  code text not null,
  gemeente text,
  volgorde integer not null,
  versie integer not null check (versie >= 1),
  openbare_versie integer,
  verwijderd boolean not null default false,
  unique (regio, soort, code)
);
comment on table programma.onderdeel is 'Onderdeel van een regionaal programma: actie, mijlpaal, begrotingsregel, raadsopmerking enzovoort';
comment on column programma.onderdeel.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column programma.onderdeel.regio is 'Regio waarvan het programma is [klasse: feit]';
comment on column programma.onderdeel.soort is 'Soort onderdeel, code uit de woordenlijst [klasse: feit]';
comment on column programma.onderdeel.code is 'Code binnen de soort en de regio [klasse: feit]';
comment on column programma.onderdeel.gemeente is 'CBS-code van de gemeente waar het onderdeel van is; leeg is de hele regio [klasse: feit]';
comment on column programma.onderdeel.volgorde is 'Plaats in de lijst van de bron [klasse: stelsel]';
comment on column programma.onderdeel.versie is 'Nummer van de geldende versie, ook om gelijktijdig wijzigen te zien [klasse: stelsel]';
comment on column programma.onderdeel.openbare_versie is 'Nummer van de gepubliceerde versie; leeg is niet openbaar [klasse: feit]';
comment on column programma.onderdeel.verwijderd is 'Staat niet meer in het programma; de geschiedenis blijft [klasse: feit]';
create index onderdeel_regio on programma.onderdeel (regio, soort, volgorde);

create table programma.onderdeel_versie (
  onderdeel_id uuid not null references programma.onderdeel,
  versie integer not null check (versie >= 1),
  inhoud jsonb not null,
  geldig_vanaf date not null,
  vastgelegd timestamptz not null,
  door text not null,
  door_rol text,
  reden text,
  primary key (onderdeel_id, versie)
);
comment on table programma.onderdeel_versie is 'Versies van een onderdeel: er komt bij, er gaat nooit af';
comment on column programma.onderdeel_versie.onderdeel_id is 'Onderdeel [klasse: stelsel]';
comment on column programma.onderdeel_versie.versie is 'Volgnummer vanaf 1 [klasse: stelsel]';
comment on column programma.onderdeel_versie.inhoud is 'De velden van de soort; bevat geen namen van personen [klasse: feit]';
comment on column programma.onderdeel_versie.geldig_vanaf is 'Dag vanaf welke dit geldt [klasse: feit]';
comment on column programma.onderdeel_versie.vastgelegd is 'Tijdstip van vastleggen [klasse: stelsel]';
comment on column programma.onderdeel_versie.door is 'Wie het vastlegde: kenmerk van een mens of taak, geen naam [klasse: stelsel]';
comment on column programma.onderdeel_versie.door_rol is 'Rol waarin dat gebeurde [klasse: feit]';
comment on column programma.onderdeel_versie.reden is 'Waarom, in eigen woorden [klasse: feit]';

-- Who reads the working version of a region, and who may write which item.
create function programma.mag_werken(r text) returns boolean language sql stable as
  $$ select r = any ((select toegang.regios('projectleider', 'beleidsmedewerker', 'datalab_analist', 'lezer'))::text[]) $$;
create function programma.mag_wijzigen(r text, s text, g text) returns boolean language sql stable as
  $$ select r = any ((select toegang.regios('projectleider'))::text[])
     or (s in ('gemeentestand', 'raadsopmerking') and g is not null
         and g = any ((select toegang.gemeenten('beleidsmedewerker'))::text[])) $$;
revoke all on function programma.mag_werken, programma.mag_wijzigen from public;
grant execute on function programma.mag_werken, programma.mag_wijzigen to la_app;

alter table programma.onderdeel enable row level security;
alter table programma.onderdeel force row level security;
alter table programma.onderdeel_versie enable row level security;
alter table programma.onderdeel_versie force row level security;

create policy openbaar on programma.onderdeel for select to la_app
  using (openbare_versie is not null and stelsel.actor() is not null);
create policy werken on programma.onderdeel for select to la_app
  using (stelsel.is_stelsel() or regio = any ((select toegang.regios('projectleider', 'beleidsmedewerker', 'datalab_analist', 'lezer'))::text[]));
create policy toevoegen on programma.onderdeel for insert to la_app
  with check (stelsel.is_stelsel() or programma.mag_wijzigen(regio, soort, gemeente));
create policy wijzigen on programma.onderdeel for update to la_app
  using (stelsel.is_stelsel() or programma.mag_wijzigen(regio, soort, gemeente))
  with check (stelsel.is_stelsel() or programma.mag_wijzigen(regio, soort, gemeente));

create policy openbaar on programma.onderdeel_versie for select to la_app
  using (exists (select 1 from programma.onderdeel o
    where o.id = onderdeel_id and o.openbare_versie = onderdeel_versie.versie));
create policy werken on programma.onderdeel_versie for select to la_app
  using (stelsel.is_stelsel() or exists (select 1 from programma.onderdeel o
    where o.id = onderdeel_id and o.regio = any ((select toegang.regios('projectleider', 'beleidsmedewerker', 'datalab_analist', 'lezer'))::text[])));
create policy toevoegen on programma.onderdeel_versie for insert to la_app
  with check (stelsel.is_stelsel() or exists (select 1 from programma.onderdeel o
    where o.id = onderdeel_id and programma.mag_wijzigen(o.regio, o.soort, o.gemeente)));

grant select, insert on programma.onderdeel, programma.onderdeel_versie to la_app;
grant update (versie, openbare_versie, verwijderd, volgorde, gemeente) on programma.onderdeel to la_app;
