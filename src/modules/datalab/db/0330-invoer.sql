-- Rounding and the sign of the source with each figure, files that come in by a folder, and the current figures kept
-- ready: they are written once at import and read as they stand.

alter table datalab.waarneming_versie
  add column rondingsstap smallint check (rondingsstap between 2 and 1000),
  add column teken text check (teken in ('onbekend_of_geheim')),
  -- A sign stands in the place of a value: an unknown figure is never a number, and never zero.
  add check (teken is null or waarde is null);
comment on column datalab.waarneming_versie.rondingsstap is 'De bron rondt elk aantal af op een veelvoud hiervan; leeg is zoals geteld [klasse: feit]';
comment on column datalab.waarneming_versie.teken is 'Teken van de bron in plaats van een waarde: onbekend, onbetrouwbaar of geheim [klasse: feit]';

-- What earlier releases took from CBS was rounded to fives as well: said once, in the figures as they stand.
create policy poort on datalab.waarneming_versie for select to la_eigenaar using (true);
create policy poort on datalab.bron for select to la_eigenaar using (true);
create policy eenmalig on datalab.waarneming_versie for update to la_eigenaar using (true) with check (true);
update datalab.waarneming_versie v set rondingsstap = 5
  from datalab.waarneming w
  where w.id = v.waarneming_id and v.eenheid = 'aantal' and v.waarde % 5 = 0
    and w.bron_id in ('cbs-84849ned', 'cbs-84852ned', 'cbs-85361ned');
drop policy eenmalig on datalab.waarneming_versie;

alter table datalab.inlezing
  add column soort text not null default 'vrij' check (soort in ('vrij', 'sjabloon', 'statline')),
  add column weg text not null default 'scherm' check (weg in ('scherm', 'map')),
  add column kenmerk text check (kenmerk ~ '^[0-9a-f]{64}$'),
  add column verversduur int check (verversduur >= 0);
comment on column datalab.inlezing.soort is 'Vrij bestand, sjabloon of tabel van StatLine [klasse: feit]';
comment on column datalab.inlezing.weg is 'Aangeboden op het scherm of gevonden in de invoermap [klasse: feit]';
comment on column datalab.inlezing.kenmerk is 'SHA-256 van het bestand [klasse: stelsel]';
comment on column datalab.inlezing.verversduur is 'Microseconden waarin de actuele cijfers zijn bijgewerkt [klasse: stelsel]';
create index inlezing_kenmerk on datalab.inlezing (regio, kenmerk) where kenmerk is not null;

create policy inlezer_leest on datalab.inlezing for select to la_app using (datalab.is_inlezer());
create policy inlezer_maakt on datalab.inlezing for insert to la_app with check (datalab.is_inlezer());
create policy inlezer_wijzigt on datalab.inlezing for update to la_app using (datalab.is_inlezer());

create table datalab.aanlevering (
  id uuid primary key,
  regio text not null,
  bestandsnaam text not null check (length(bestandsnaam) between 1 and 200),
  kenmerk text not null check (kenmerk ~ '^[0-9a-f]{64}$'),
  uitkomst text not null check (uitkomst in ('verwerkt', 'geweigerd')),
  verslag text not null check (length(verslag) between 1 and 20000),
  inlezing_id uuid references datalab.inlezing,
  gezien timestamptz not null
);
create index aanlevering_regio on datalab.aanlevering (regio, gezien desc);
comment on table datalab.aanlevering is 'Bestand dat in de invoermap lag, met wat ervan werd';
comment on column datalab.aanlevering.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column datalab.aanlevering.regio is 'Regio van de map [klasse: feit]';
comment on column datalab.aanlevering.bestandsnaam is 'Naam van het bestand [klasse: feit]';
comment on column datalab.aanlevering.kenmerk is 'SHA-256 van het bestand [klasse: stelsel]';
comment on column datalab.aanlevering.uitkomst is 'Verwerkt of geweigerd [klasse: feit]';
comment on column datalab.aanlevering.verslag is 'Wat ermee is gedaan of waarom niet [klasse: feit]';
comment on column datalab.aanlevering.inlezing_id is 'Inlezing waartoe het leidde [klasse: stelsel]';
comment on column datalab.aanlevering.gezien is 'Tijdstip van verwerken [klasse: stelsel]';
alter table datalab.aanlevering enable row level security;
alter table datalab.aanlevering force row level security;
create policy lezen on datalab.aanlevering for select to la_app using (
  datalab.is_inlezer() or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy maken on datalab.aanlevering for insert to la_app with check (datalab.is_inlezer());
grant select, insert on datalab.aanlevering to la_app;

-- The latest version of each observation, kept ready. Row for row what the view of this name computed at every page.
drop view datalab.actuele_waarneming;
create table datalab.actuele_waarneming (
  id uuid primary key,
  plaatssoort text not null,
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
  bron_id text not null,
  plek text not null,
  openbaarheid text not null,
  organisatie_id uuid,
  versie int not null,
  waarde numeric,
  decimalen smallint not null,
  eenheid text not null,
  voorlopig boolean not null,
  overgenomen date not null,
  opmerking text,
  vastgelegd timestamptz not null,
  rondingsstap smallint,
  teken text,
  bron_titel text not null,
  bron_van text,
  bron_datum text,
  check ((waarde is null) = (teken is not null))
);
create index actuele_waarneming_regio on datalab.actuele_waarneming (regio, indicator);
comment on table datalab.actuele_waarneming is 'De laatste stand van elke waarneming met haar bron, bijgewerkt bij het vastleggen';
comment on column datalab.actuele_waarneming.id is 'Waarneming [klasse: stelsel]';
comment on column datalab.actuele_waarneming.plaatssoort is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.plaats is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.plaatsnaam is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.regio is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.gemeente is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.periode is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.periodetekst is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.van is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.tot is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.indicator is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.definitieversie is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.bron_id is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.plek is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.openbaarheid is 'Als bij waarneming [klasse: feit]';
comment on column datalab.actuele_waarneming.organisatie_id is 'Als bij waarneming [klasse: stelsel]';
comment on column datalab.actuele_waarneming.versie is 'Volgnummer van de laatste stand [klasse: stelsel]';
comment on column datalab.actuele_waarneming.waarde is 'Waarde; leeg waar de bron een teken geeft [klasse: feit]';
comment on column datalab.actuele_waarneming.decimalen is 'Als bij waarneming_versie [klasse: feit]';
comment on column datalab.actuele_waarneming.eenheid is 'Als bij waarneming_versie [klasse: feit]';
comment on column datalab.actuele_waarneming.voorlopig is 'Als bij waarneming_versie [klasse: feit]';
comment on column datalab.actuele_waarneming.overgenomen is 'Als bij waarneming_versie [klasse: feit]';
comment on column datalab.actuele_waarneming.opmerking is 'Als bij waarneming_versie [klasse: feit]';
comment on column datalab.actuele_waarneming.vastgelegd is 'Als bij waarneming_versie [klasse: stelsel]';
comment on column datalab.actuele_waarneming.rondingsstap is 'Als bij waarneming_versie [klasse: feit]';
comment on column datalab.actuele_waarneming.teken is 'Als bij waarneming_versie [klasse: feit]';
comment on column datalab.actuele_waarneming.bron_titel is 'Titel van de bron [klasse: feit]';
comment on column datalab.actuele_waarneming.bron_van is 'Wie de bron uitgaf [klasse: feit]';
comment on column datalab.actuele_waarneming.bron_datum is 'Datum van de bron [klasse: feit]';

-- As definer: the figures are kept right whoever writes, and nobody else writes them. Says how long it took, in this
-- transaction, apart from what the import itself and a page take.
create function datalab.ververs_actueel(welke uuid[]) returns void language plpgsql security definer set search_path = '' as $$
declare aanvang timestamptz := clock_timestamp();
begin
  insert into datalab.actuele_waarneming (id, plaatssoort, plaats, plaatsnaam, regio, gemeente, periode, periodetekst, van,
    tot, indicator, definitieversie, bron_id, plek, openbaarheid, organisatie_id, versie, waarde, decimalen, eenheid,
    voorlopig, overgenomen, opmerking, vastgelegd, rondingsstap, teken, bron_titel, bron_van, bron_datum)
  select w.id, w.plaatssoort, w.plaats, w.plaatsnaam, w.regio, w.gemeente, w.periode, w.periodetekst, w.van,
    w.tot, w.indicator, w.definitieversie, w.bron_id, w.plek, w.openbaarheid, w.organisatie_id, v.versie, v.waarde,
    v.decimalen, v.eenheid, v.voorlopig, v.overgenomen, v.opmerking, v.vastgelegd, v.rondingsstap, v.teken, b.titel,
    b.van, b.datum
  from datalab.waarneming w
  join datalab.bron b on b.id = w.bron_id
  join lateral (select x.* from datalab.waarneming_versie x where x.waarneming_id = w.id
    order by x.versie desc limit 1) v on v.waarde is not null or v.teken is not null
  where w.id = any (welke)
  on conflict (id) do update set plaatssoort = excluded.plaatssoort, plaats = excluded.plaats,
    plaatsnaam = excluded.plaatsnaam, regio = excluded.regio, gemeente = excluded.gemeente, periode = excluded.periode,
    periodetekst = excluded.periodetekst, van = excluded.van, tot = excluded.tot, indicator = excluded.indicator,
    definitieversie = excluded.definitieversie, bron_id = excluded.bron_id, plek = excluded.plek,
    openbaarheid = excluded.openbaarheid, organisatie_id = excluded.organisatie_id, versie = excluded.versie,
    waarde = excluded.waarde, decimalen = excluded.decimalen, eenheid = excluded.eenheid,
    voorlopig = excluded.voorlopig, overgenomen = excluded.overgenomen, opmerking = excluded.opmerking,
    vastgelegd = excluded.vastgelegd, rondingsstap = excluded.rondingsstap, teken = excluded.teken,
    bron_titel = excluded.bron_titel, bron_van = excluded.bron_van, bron_datum = excluded.bron_datum;
  delete from datalab.actuele_waarneming a where a.id = any (welke) and not exists (
    select 1 from datalab.waarneming_versie v where v.waarneming_id = a.id and (v.waarde is not null or v.teken is not null)
      and v.versie = (select max(x.versie) from datalab.waarneming_versie x where x.waarneming_id = a.id));
  perform set_config('lange_adem.ververst', (coalesce(nullif(current_setting('lange_adem.ververst', true), ''), '0')::numeric
    + extract(epoch from clock_timestamp() - aanvang) * 1000000)::text, true);
end $$;
create function datalab.ververs_nieuw() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform datalab.ververs_actueel(array(select distinct n.waarneming_id from nieuw n));
  return null;
end $$;
create function datalab.ververs_van_bron() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform datalab.ververs_actueel(array(select w.id from datalab.waarneming w join nieuw n on n.id = w.bron_id));
  return null;
end $$;
-- A repair by hand: all of it again.
create function datalab.ververs_alles() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from datalab.actuele_waarneming;
  perform datalab.ververs_actueel(array(select w.id from datalab.waarneming w));
  return null;
end $$;
revoke all on function datalab.ververs_actueel(uuid[]), datalab.ververs_nieuw(), datalab.ververs_van_bron(),
  datalab.ververs_alles() from public;
create trigger ververs_nieuw after insert on datalab.waarneming_versie referencing new table as nieuw
  for each statement execute function datalab.ververs_nieuw();
create trigger ververs_alles after update or delete or truncate on datalab.waarneming_versie
  for each statement execute function datalab.ververs_alles();
create trigger ververs_alles after update or delete or truncate on datalab.waarneming
  for each statement execute function datalab.ververs_alles();
create trigger ververs_van_bron after update on datalab.bron referencing new table as nieuw
  for each statement execute function datalab.ververs_van_bron();

alter table datalab.actuele_waarneming enable row level security;
alter table datalab.actuele_waarneming force row level security;
-- The same rule as policy `lezen` on datalab.waarneming, and the source must be the reader's to see as well.
create policy lezen on datalab.actuele_waarneming for select to la_app using ((
  (openbaarheid = 'openbaar_in_bron' and stelsel.actor() is not null) or datalab.is_inlezer()
  or regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]) or (regio = any ((select toegang.regios('beleidsmedewerker'))::text[])
    and gemeente = any ((select toegang.gemeenten('beleidsmedewerker'))::text[])))
  and bron_id in (select b.id from datalab.bron b));
create policy poort on datalab.actuele_waarneming for all to la_eigenaar using (true) with check (true);
grant select on datalab.actuele_waarneming to la_app;

select datalab.ververs_actueel(array(select w.id from datalab.waarneming w));
