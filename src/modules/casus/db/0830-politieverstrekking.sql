-- Who gets police information is bound to secrecy, save where a law obliges him to give it on or his task requires it (Wet
-- politiegegevens art. 7 lid 2). So each record says when and from whom it came and on what condition, and each act of
-- giving it on is a row of its own, with its ground. What was recorded before says that the condition is not known, which
-- counts as: not before the police were asked.
alter table casus.politiegegeven add column ontvangen_op date;
alter table casus.politiegegeven add column ontvangen_van bytea;
alter table casus.politiegegeven add column voorwaarde text not null default 'niet_bekend'
  check (voorwaarde in ('geen', 'na_overleg', 'niet_verder', 'niet_bekend'));
comment on column casus.politiegegeven.ontvangen_op is 'Dag waarop het is ontvangen; leeg is niet bekend [klasse: feit]';
comment on column casus.politiegegeven.ontvangen_van is 'Van wie bij de politie, versleuteld [klasse: inhoud]';
comment on column casus.politiegegeven.voorwaarde is 'Onder welke voorwaarde het verder mag [klasse: feit]';

-- May a record that was obtained on this ground, under this condition, be given on on that ground? The same table as in
-- the rules of this room (domain/politieverstrekking.ts); a test holds both to each other.
create function casus.mag_verder(verkregen text, voorwaarde text, grond text, overlegd boolean) returns boolean
  language sql immutable parallel safe set search_path = '' as
$$ select case grond
     when 'wpg_7_2_taak' then verkregen in ('bpg_4_2_veilig_thuis', 'bpg_4_2_jeugd')
     when 'wpg_7_2_voorschrift' then verkregen in ('bpg_4_2_veilig_thuis', 'bpg_4_2_jeugd', 'wpg_19', 'wpg_20')
     when 'wpg_20_2_besluit' then verkregen = 'wpg_20'
     else false end
   and (grond = 'wpg_7_2_voorschrift' or voorwaarde = 'geen'
     or (voorwaarde in ('na_overleg', 'niet_bekend') and overlegd)) $$;
-- Is writing in this file halted? The function behind it is of a later room.
create function casus.ligt_stil(dossier uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as
$$ begin return toegang.stilgelegd(dossier); end $$;
revoke all on function casus.mag_verder(text, text, text, boolean), casus.ligt_stil(uuid) from public;
grant execute on function casus.mag_verder(text, text, text, boolean), casus.ligt_stil(uuid) to la_app;

create table casus.politieverstrekking (
  id uuid primary key,
  casus_id uuid not null references casus.casus on delete cascade,
  politiegegeven_id uuid not null references casus.politiegegeven on delete cascade,
  grond text not null check (grond in ('wpg_7_2_taak', 'wpg_7_2_voorschrift', 'wpg_20_2_besluit')),
  ontvanger text not null check (ontvanger in ('politie', 'openbaar_ministerie', 'rechter', 'raad_kinderbescherming',
    'gecertificeerde_instelling', 'veilig_thuis', 'gemeente', 'zorg_en_veiligheidshuis', 'reclassering', 'zorgaanbieder',
    'opvang', 'andere')),
  verstrekt_op date not null,
  overlegd_op date,
  inhoud bytea not null,
  vastgelegd_op timestamptz not null default now(),
  door uuid not null references toegang.persoon
);
create index politieverstrekking_gegeven on casus.politieverstrekking (politiegegeven_id);
create index politieverstrekking_casus on casus.politieverstrekking (casus_id);
comment on table casus.politieverstrekking is 'Eén keer dat een politiegegeven verder is verstrekt: aan wie, waarvoor en op welke grond; alleen toe te voegen';
comment on column casus.politieverstrekking.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column casus.politieverstrekking.casus_id is 'Dossier [klasse: stelsel]';
comment on column casus.politieverstrekking.politiegegeven_id is 'Welk gegeven [klasse: stelsel]';
comment on column casus.politieverstrekking.grond is 'Code van de grond waarop het verder is verstrekt [klasse: feit]';
comment on column casus.politieverstrekking.ontvanger is 'Soort ontvanger [klasse: feit]';
comment on column casus.politieverstrekking.verstrekt_op is 'Dag waarop het is verstrekt [klasse: feit]';
comment on column casus.politieverstrekking.overlegd_op is 'Dag van overleg met de politie; leeg is er niet geweest [klasse: feit]';
comment on column casus.politieverstrekking.inhoud is 'Organisatie, functie, waarvoor, toelichting op de grond en de tekst zoals zij toen is verstrekt; versleuteld [klasse: inhoud]';
comment on column casus.politieverstrekking.vastgelegd_op is 'Wanneer [klasse: stelsel]';
comment on column casus.politieverstrekking.door is 'Wie besliste en verstrekte [klasse: stelsel]';

alter table casus.politieverstrekking enable row level security;
alter table casus.politieverstrekking force row level security;
create policy poort on casus.politieverstrekking for select to la_eigenaar using (true);
create policy stelsel on casus.politieverstrekking for all to la_app
  using (stelsel.is_stelsel()) with check (stelsel.is_stelsel());
create policy lezen on casus.politieverstrekking for select to la_app
  using (casus_id = any ((select toegang.dossiers_voor('politie'))::uuid[]));
-- Who has the direction and may read police information decides; on a ground that the record itself allows.
create policy verstrekken on casus.politieverstrekking for insert to la_app with check (door = stelsel.persoon()
  and casus_id = any ((select toegang.dossiers_voor('politie'))::uuid[])
  and casus_id = any ((select toegang.dossiers_voor('regie'))::uuid[])
  and verstrekt_op <= stelsel.vandaag() and (overlegd_op is null or overlegd_op <= verstrekt_op)
  and exists (select 1 from casus.politiegegeven g where g.id = politiegegeven_id
    and g.casus_id = politieverstrekking.casus_id
    and casus.mag_verder(g.grond, g.voorwaarde, politieverstrekking.grond, overlegd_op is not null)));
create policy stil on casus.politieverstrekking as restrictive for insert to la_app
  with check (stelsel.is_stelsel() or not casus.ligt_stil(casus_id));
grant select, insert, delete on casus.politieverstrekking to la_app;

-- In the log of use a giving on stands on the relation for police information, as reading does.
create or replace function toegang.eigen_doel(soort text) returns text language sql immutable parallel safe as
$$ select case soort when 'melder' then 'melder' when 'geheim_adres' then 'geheim_adres'
   when 'politie' then 'politie' when 'politiegegeven' then 'politie' when 'politieverstrekking' then 'politie' end $$;
