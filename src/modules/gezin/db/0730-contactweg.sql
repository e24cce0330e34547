-- Where, when and who reads along stood in one text for all ways of reaching somebody, and the answer on reading along
-- held for all of them. Each way is now a row of its own, so that a phone that somebody listens to does not close the
-- letter, and the other way round. What was noted in one text cannot be split here (it is ciphertext): it stays readable
-- beside the fields until who works in the file worked it in.

-- Of whom may be recorded how he is reached: also while writing is halted. The function behind it is of a later room.
create function gezin.in_behandeling() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return toegang.betrokkenen_in_behandeling(); end $$;
revoke all on function gezin.in_behandeling() from public;
grant execute on function gezin.in_behandeling() to la_app;

create table gezin.contactweg (
  persoon_id uuid not null references gezin.veilig_contact on delete cascade,
  wijze text not null check (wijze in ('bellen', 'schrijven', 'mailen')),
  mag text not null check (mag in ('ja', 'nee', 'onbekend', 'geen')),
  mee text not null check (mee in ('niemand', 'partij', 'ander', 'onbekend')),
  mee_persoon_id uuid references gezin.persoon on delete set null,
  gegevens bytea,
  primary key (persoon_id, wijze),
  check (mag <> 'geen' or wijze <> 'schrijven'),
  check (mee_persoon_id is null or (mee = 'partij' and mee_persoon_id <> persoon_id))
);
comment on table gezin.contactweg is 'Eén weg waarlangs deze persoon te bereiken is: mag het, waar, wanneer en wie leest mee';
comment on column gezin.contactweg.persoon_id is 'Persoon [klasse: stelsel]';
comment on column gezin.contactweg.wijze is 'Bellen, schrijven of mailen [klasse: feit]';
comment on column gezin.contactweg.mag is 'Mag het langs deze weg; geen is: heeft geen telefoon of e-mail [klasse: feit]';
comment on column gezin.contactweg.mee is 'Leest of luistert er langs deze weg iemand mee [klasse: feit]';
comment on column gezin.contactweg.mee_persoon_id is 'Welke partij in het dossier meeleest; leeg bij een partij is gewist [klasse: stelsel]';
comment on column gezin.contactweg.gegevens is 'Waar, op welke dagen en dagdelen, wanneer, wie meeleest; versleuteld met de sleutel van de persoon [klasse: identificerend]';

create table gezin.contactweg_versie (
  persoon_id uuid not null,
  versie integer not null,
  wijze text not null check (wijze in ('bellen', 'schrijven', 'mailen')),
  mag text not null check (mag in ('ja', 'nee', 'onbekend', 'geen')),
  mee text not null check (mee in ('niemand', 'partij', 'ander', 'onbekend')),
  mee_persoon_id uuid references gezin.persoon on delete set null,
  gegevens bytea,
  primary key (persoon_id, versie, wijze),
  foreign key (persoon_id, versie) references gezin.veilig_contact_versie on delete cascade
);
comment on table gezin.contactweg_versie is 'Eén weg in elke versie van veilig contact; alleen toe te voegen, en weg met de persoon';
comment on column gezin.contactweg_versie.persoon_id is 'Persoon [klasse: stelsel]';
comment on column gezin.contactweg_versie.versie is 'Versie van veilig contact [klasse: stelsel]';
comment on column gezin.contactweg_versie.wijze is 'Bellen, schrijven of mailen [klasse: feit]';
comment on column gezin.contactweg_versie.mag is 'Mocht het langs deze weg [klasse: feit]';
comment on column gezin.contactweg_versie.mee is 'Las of luisterde er langs deze weg iemand mee [klasse: feit]';
comment on column gezin.contactweg_versie.mee_persoon_id is 'Welke partij in het dossier meelas; leeg bij een partij is gewist [klasse: stelsel]';
comment on column gezin.contactweg_versie.gegevens is 'Waar, op welke dagen en dagdelen, wanneer, wie meelas, in deze versie; versleuteld met de sleutel van de persoon [klasse: identificerend]';
create index contactweg_mee on gezin.contactweg (mee_persoon_id) where mee_persoon_id is not null;
create index contactweg_versie_mee on gezin.contactweg_versie (mee_persoon_id) where mee_persoon_id is not null;

-- What was one answer for all ways holds for each. Who reads along was not named: 'ander' is somebody of whom that is
-- not known, and asks for a decision just as before.
insert into gezin.contactweg (persoon_id, wijze, mag, mee)
  select c.persoon_id, w.wijze, w.mag, case c.leest_mee when 'nee' then 'niemand' when 'ja' then 'ander' else 'onbekend' end
  from gezin.veilig_contact c
  cross join lateral (values ('bellen', c.bellen), ('schrijven', c.schrijven), ('mailen', c.mailen)) w(wijze, mag);
insert into gezin.contactweg_versie (persoon_id, versie, wijze, mag, mee)
  select c.persoon_id, c.versie, w.wijze, w.mag,
    case c.leest_mee when 'nee' then 'niemand' when 'ja' then 'ander' else 'onbekend' end
  from gezin.veilig_contact_versie c
  cross join lateral (values ('bellen', c.bellen), ('schrijven', c.schrijven), ('mailen', c.mailen)) w(wijze, mag);
alter table gezin.veilig_contact drop column bellen, drop column schrijven, drop column mailen, drop column leest_mee;
alter table gezin.veilig_contact_versie drop column bellen, drop column schrijven, drop column mailen,
  drop column leest_mee;
comment on column gezin.veilig_contact.toelichting is 'Eerder genoteerd in één tekst, tot dat in de velden per weg is verwerkt; versleuteld met de sleutel van de persoon [klasse: identificerend]';
comment on column gezin.veilig_contact_versie.toelichting is 'Eerder genoteerd in één tekst, in deze versie; versleuteld met de sleutel van de persoon [klasse: identificerend]';

alter table gezin.contactweg enable row level security;
alter table gezin.contactweg force row level security;
alter table gezin.contactweg_versie enable row level security;
alter table gezin.contactweg_versie force row level security;
create policy poort on gezin.contactweg for select to la_eigenaar using (true);
create policy poort on gezin.contactweg_versie for select to la_eigenaar using (true);
create policy stelsel on gezin.contactweg for all to la_app
  using (stelsel.is_stelsel()) with check (stelsel.is_stelsel());
create policy stelsel on gezin.contactweg_versie for all to la_app
  using (stelsel.is_stelsel()) with check (stelsel.is_stelsel());
create policy lezen on gezin.contactweg for select to la_app
  using (persoon_id = any ((select toegang.betrokkenen())::uuid[]));
create policy lezen on gezin.contactweg_versie for select to la_app
  using (persoon_id = any ((select toegang.betrokkenen())::uuid[]));
-- Whom somebody names as reading along he sees himself, or it stood there already: who works in another file about this
-- person cannot see every party, and must be able to save the rest without taking that out.
create policy schrijven on gezin.contactweg for insert to la_app with check (
  (persoon_id = any ((select gezin.in_behandeling())::uuid[]) or toegang.zojuist_vastgelegd(persoon_id))
  and (mee_persoon_id is null or mee_persoon_id = any ((select toegang.betrokkenen())::uuid[])
    or exists (select 1 from gezin.contactweg_versie v where v.persoon_id = contactweg.persoon_id
      and v.wijze = contactweg.wijze and v.mee_persoon_id = contactweg.mee_persoon_id)));
create policy wijzigen on gezin.contactweg for update to la_app
  using (persoon_id = any ((select gezin.in_behandeling())::uuid[]))
  with check (persoon_id = any ((select gezin.in_behandeling())::uuid[])
    and (mee_persoon_id is null or mee_persoon_id = any ((select toegang.betrokkenen())::uuid[])
      or exists (select 1 from gezin.contactweg_versie v where v.persoon_id = contactweg.persoon_id
        and v.wijze = contactweg.wijze and v.mee_persoon_id = contactweg.mee_persoon_id)));
create policy schrijven on gezin.contactweg_versie for insert to la_app
  with check (persoon_id = any ((select gezin.in_behandeling())::uuid[])
    and (mee_persoon_id is null or mee_persoon_id = any ((select toegang.betrokkenen())::uuid[])
      or exists (select 1 from gezin.contactweg w where w.persoon_id = contactweg_versie.persoon_id
        and w.wijze = contactweg_versie.wijze and w.mee_persoon_id = contactweg_versie.mee_persoon_id)));
grant select, insert, delete on gezin.contactweg, gezin.contactweg_versie to la_app;
grant update (mag, mee, mee_persoon_id, gegevens) on gezin.contactweg to la_app;
