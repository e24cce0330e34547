-- How somebody could be reached without danger on the day that something was sent must be answerable afterwards: the record
-- was overwritten. The current row stays where it is; every version is kept beside it.
create table gezin.veilig_contact_versie (
  persoon_id uuid not null references gezin.persoon on delete cascade,
  versie integer not null check (versie > 0),
  bellen text not null check (bellen in ('ja', 'nee', 'onbekend')),
  schrijven text not null check (schrijven in ('ja', 'nee', 'onbekend')),
  mailen text not null check (mailen in ('ja', 'nee', 'onbekend')),
  leest_mee text not null check (leest_mee in ('ja', 'nee', 'onbekend')),
  taal text check (taal ~ '^[a-z]{2,3}$'),
  tolk boolean not null,
  toelichting bytea,
  vastgesteld_op date not null,
  vastgelegd_op timestamptz not null default now(),
  door uuid,
  primary key (persoon_id, versie)
);
comment on table gezin.veilig_contact_versie is 'Elke versie van hoe iemand veilig te bereiken is; alleen toe te voegen, en weg met de persoon';
comment on column gezin.veilig_contact_versie.persoon_id is 'Persoon [klasse: stelsel]';
comment on column gezin.veilig_contact_versie.versie is 'Versie [klasse: stelsel]';
comment on column gezin.veilig_contact_versie.bellen is 'Mocht er gebeld worden [klasse: feit]';
comment on column gezin.veilig_contact_versie.schrijven is 'Mocht er een brief komen [klasse: feit]';
comment on column gezin.veilig_contact_versie.mailen is 'Mocht er gemaild worden [klasse: feit]';
comment on column gezin.veilig_contact_versie.leest_mee is 'Las of luisterde er iemand mee [klasse: feit]';
comment on column gezin.veilig_contact_versie.taal is 'Taal (ISO 639) [klasse: feit]';
comment on column gezin.veilig_contact_versie.tolk is 'Was een tolk nodig [klasse: feit]';
comment on column gezin.veilig_contact_versie.toelichting is 'Waar, wanneer, wie meeleest, in deze versie; versleuteld met de sleutel van de persoon [klasse: identificerend]';
comment on column gezin.veilig_contact_versie.vastgesteld_op is 'Dag waarop dit is besproken [klasse: feit]';
comment on column gezin.veilig_contact_versie.vastgelegd_op is 'Wanneer deze versie is bewaard [klasse: stelsel]';
comment on column gezin.veilig_contact_versie.door is 'Wie het vastlegde [klasse: stelsel]';

alter table gezin.veilig_contact_versie enable row level security;
alter table gezin.veilig_contact_versie force row level security;
create policy poort on gezin.veilig_contact_versie for select to la_eigenaar using (true);
create policy stelsel on gezin.veilig_contact_versie for all to la_app
  using (stelsel.is_stelsel()) with check (stelsel.is_stelsel());
create policy lezen on gezin.veilig_contact_versie for select to la_app
  using (persoon_id = any ((select toegang.betrokkenen())::uuid[]));
create policy schrijven on gezin.veilig_contact_versie for insert to la_app
  with check (persoon_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]));
grant select, insert, delete on gezin.veilig_contact_versie to la_app;
