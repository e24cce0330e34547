-- The observations in groups that a right opens or closes as a whole, each with a mark that is new after every change.
-- The marks of the groups that a reader sees stand for exactly what he may see: who kept something under these marks
-- knows without reading the figures whether it is still all of it and none of anybody else's.
create table datalab.waarneming_groep (
  regio text,
  gemeente text,
  openbaarheid text not null check (openbaarheid in ('openbaar_in_bron', 'intern')),
  merk uuid not null default gen_random_uuid(),
  unique nulls not distinct (regio, gemeente, openbaarheid)
);
comment on table datalab.waarneming_groep is 'Waarnemingen die onder hetzelfde recht vallen, met een merk dat na elke wijziging nieuw is';
comment on column datalab.waarneming_groep.regio is 'Programmaregio van de waarnemingen; leeg voor land, provincie en bovenregionaal [klasse: feit]';
comment on column datalab.waarneming_groep.gemeente is 'CBS-code als het een gemeente betreft [klasse: feit]';
comment on column datalab.waarneming_groep.openbaarheid is 'Openbaar in de bron of intern [klasse: feit]';
comment on column datalab.waarneming_groep.merk is 'Willekeurig, nieuw na elke wijziging van de groep of van de naslag [klasse: stelsel]';

create policy poort on datalab.waarneming for select to la_eigenaar using (true);

-- The group of the country is always there: places, catalogue and sources, which everybody reads, count as part of it.
insert into datalab.waarneming_groep (regio, gemeente, openbaarheid) values (null, null, 'openbaar_in_bron');
insert into datalab.waarneming_groep (regio, gemeente, openbaarheid)
  select distinct regio, gemeente, openbaarheid from datalab.waarneming on conflict do nothing;

-- As definer: the groups are kept right whoever writes, and nobody else writes them.
create function datalab.merk_groepen() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into datalab.waarneming_groep (regio, gemeente, openbaarheid)
  select distinct w.regio, w.gemeente, w.openbaarheid
  from nieuw n join datalab.waarneming w on w.id = n.waarneming_id
  order by 1, 2, 3
  on conflict (regio, gemeente, openbaarheid) do update set merk = gen_random_uuid();
  return null;
end $$;
-- A release that renews what everybody reads, or a repair by hand: everything counts as changed. Rows are locked in
-- the order in which an import takes them.
create function datalab.merk_alles() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from datalab.waarneming_groep order by regio, gemeente, openbaarheid for update;
  insert into datalab.waarneming_groep (regio, gemeente, openbaarheid)
  select distinct w.regio, w.gemeente, w.openbaarheid from datalab.waarneming w order by 1, 2, 3
  on conflict do nothing;
  update datalab.waarneming_groep set merk = gen_random_uuid();
  return null;
end $$;
revoke all on function datalab.merk_groepen(), datalab.merk_alles() from public;

-- An observation without a version is not shown: the version that comes in is what changes a group.
create trigger merk_groepen after insert on datalab.waarneming_versie referencing new table as nieuw
  for each statement execute function datalab.merk_groepen();
create trigger merk_alles after update or delete or truncate on datalab.waarneming_versie
  for each statement execute function datalab.merk_alles();
create trigger merk_alles after update or delete or truncate on datalab.waarneming
  for each statement execute function datalab.merk_alles();
-- A new source is shown with the observation that cites it.
create trigger merk_alles after update or delete or truncate on datalab.bron
  for each statement execute function datalab.merk_alles();
create trigger merk_alles after insert or update or delete or truncate on datalab.gemeente
  for each statement execute function datalab.merk_alles();
create trigger merk_alles after insert or update or delete or truncate on datalab.inwonertal
  for each statement execute function datalab.merk_alles();
create trigger merk_alles after insert or update or delete or truncate on datalab.indicator
  for each statement execute function datalab.merk_alles();

alter table datalab.waarneming_groep enable row level security;
alter table datalab.waarneming_groep force row level security;
-- The same rule as policy `lezen` on datalab.waarneming, letter by letter: a test compares the two.
create policy lezen on datalab.waarneming_groep for select to la_app using (
  (openbaarheid = 'openbaar_in_bron' and stelsel.actor() is not null) or datalab.is_inlezer()
  or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]) or (regio = any ((select toegang.regios('beleidsmedewerker'))::text[])
    and gemeente = any ((select toegang.gemeenten('beleidsmedewerker'))::text[])));
create policy poort on datalab.waarneming_groep for all to la_eigenaar using (true) with check (true);
grant select on datalab.waarneming_groep to la_app;
