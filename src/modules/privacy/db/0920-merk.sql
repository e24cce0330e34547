-- What a granted request does afterwards. A granted restriction or objection halts writing, a correction and a partial
-- destruction wait for somebody to carry them out; each stands as a mark on the file until it is over. Besides: every
-- request can come to an end (linked later, refused without identity, withdrawn), and a decision and the list that
-- follows from it are one transaction.
alter table privacy.verzoek add column vertegenwoordiger_id uuid references toegang.betrokkene on delete set null;
alter table privacy.verzoek add column gezag text check (gezag in ('gezagsregister', 'rechterlijke_uitspraak', 'akte'));
alter table privacy.verzoek add column gezag_door uuid references toegang.persoon;
alter table privacy.verzoek add column gezag_op date;
alter table privacy.verzoek add column leeftijd_dossier text check (leeftijd_dossier in ('onder_12', '12_tot_16', '16_plus'));
alter table privacy.verzoek add column ingetrokken_op date;
comment on column privacy.verzoek.vertegenwoordiger_id is 'Persoon in het dossier die voor de betrokkene vraagt; leeg is niemand of nog niet gekoppeld [klasse: stelsel]';
comment on column privacy.verzoek.gezag is 'Waaruit bleek dat de vertegenwoordiger mag vertegenwoordigen; leeg is nog niet gezien [klasse: feit]';
comment on column privacy.verzoek.gezag_door is 'Wie dat zag [klasse: stelsel]';
comment on column privacy.verzoek.gezag_op is 'Wanneer [klasse: feit]';
comment on column privacy.verzoek.leeftijd_dossier is 'Leeftijdsgroep bij ontvangst volgens de geboortedatum in het dossier; leeg is onbekend [klasse: feit]';
comment on column privacy.verzoek.ingetrokken_op is 'Dag van intrekken door de aanvrager [klasse: feit]';
alter table privacy.verzoek add constraint verzoek_gezag
  check ((gezag is null) = (gezag_door is null) and (gezag is null) = (gezag_op is null));
alter table privacy.verzoek add constraint verzoek_ingetrokken
  check ((stand = 'ingetrokken') = (ingetrokken_op is not null));
-- Who did not show who he is gets one answer, which says nothing of anybody: every other ground would tell him of a file.
alter table privacy.verzoek drop constraint verzoek_check5;
alter table privacy.verzoek add constraint verzoek_voorstel check (stand not in ('voorgesteld', 'besloten')
  or (besluit is not null and eerste_door is not null and (identiteit is not null
    or (besluit = 'geweigerd' and gronden = array['identiteit_niet_vastgesteld']))));
grant update (vertegenwoordiger_id, gezag, gezag_door, gezag_op, leeftijd, leeftijd_dossier, ingetrokken_op)
  on privacy.verzoek to la_app;

create or replace function privacy.zelfde_voorstel() returns trigger language plpgsql as $$
begin
  if new.tweede_door is not null and not stelsel.is_stelsel()
    and (new.besluit, new.gronden, new.motivering, new.belang_ander, new.belang_kind, new.betrokkene_id, new.dossier_id,
        coalesce(old.vertegenwoordiger_id, new.vertegenwoordiger_id), new.gezag, new.leeftijd)
      is distinct from (old.besluit, old.gronden, old.motivering, old.belang_ander, old.belang_kind, old.betrokkene_id,
        old.dossier_id, new.vertegenwoordiger_id, old.gezag, old.leeftijd) then
    raise exception 'Wat is voorgesteld, wordt zo besloten of opnieuw voorgesteld.' using errcode = '42501';
  end if;
  return new;
end $$;

create table privacy.merk (
  id uuid primary key,
  verzoek_id uuid unique references privacy.verzoek on delete set null,
  dossier_id uuid not null references toegang.dossier on delete cascade,
  betrokkene_id uuid not null references toegang.betrokkene on delete cascade,
  organisatie_id uuid not null references toegang.organisatie,
  soort text not null check (soort in ('verbetering', 'beperking', 'bezwaar', 'vernietiging')),
  gedeeltelijk boolean not null,
  van date not null,
  tot date check (tot >= van),
  tot_door uuid references toegang.persoon,
  uitzondering text check (uitzondering in ('toestemming', 'rechtsvordering', 'bescherming_ander', 'algemeen_belang')),
  uitzondering_door uuid references toegang.persoon,
  uitzondering_op date,
  stil boolean not null generated always as
    (tot is null and soort in ('beperking', 'bezwaar') and not gedeeltelijk and uitzondering is null) stored,
  check ((tot is null) = (tot_door is null)),
  check ((uitzondering is null) = (uitzondering_door is null) and (uitzondering is null) = (uitzondering_op is null)),
  check (uitzondering is null or soort in ('beperking', 'bezwaar')),
  -- A whole destruction goes by a list of its own.
  check (soort <> 'vernietiging' or gedeeltelijk)
);
create index merk_dossier on privacy.merk (dossier_id) where tot is null;
create index merk_betrokkene on privacy.merk (betrokkene_id) where tot is null;
comment on table privacy.merk is 'Wat na een toegewezen verzoek voor een betrokkene in een dossier geldt of nog gedaan moet worden';
comment on column privacy.merk.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column privacy.merk.verzoek_id is 'Verzoek waaruit het volgt; leeg is vernietigd [klasse: stelsel]';
comment on column privacy.merk.dossier_id is 'Dossier [klasse: stelsel]';
comment on column privacy.merk.betrokkene_id is 'Persoon over wie [klasse: stelsel]';
comment on column privacy.merk.organisatie_id is 'Organisatie die besliste [klasse: feit]';
comment on column privacy.merk.soort is 'Wat is toegewezen [klasse: feit]';
comment on column privacy.merk.gedeeltelijk is 'Is het verzoek voor een deel toegewezen [klasse: feit]';
comment on column privacy.merk.van is 'Dag van het besluit [klasse: feit]';
comment on column privacy.merk.tot is 'Dag waarop het is uitgevoerd of opgeheven; leeg is nog niet [klasse: feit]';
comment on column privacy.merk.tot_door is 'Wie dat vastlegde [klasse: stelsel]';
comment on column privacy.merk.uitzondering is 'Waarom er ondanks dit merk geschreven mag worden; leeg is dat mag niet [klasse: feit]';
comment on column privacy.merk.uitzondering_door is 'Wie dat besliste [klasse: stelsel]';
comment on column privacy.merk.uitzondering_op is 'Wanneer [klasse: feit]';
comment on column privacy.merk.stil is 'Ligt het schrijven hierdoor stil [klasse: stelsel]';

alter table privacy.vernietigingslijst add column verzoek_id uuid references privacy.verzoek on delete set null;
comment on column privacy.vernietigingslijst.verzoek_id is 'Verzoek waaruit de lijst volgt; leeg bij een bewaartermijn [klasse: stelsel]';
create unique index vernietigingslijst_verzoek on privacy.vernietigingslijst (verzoek_id);

-- Marks on a file or on a person, for who works with that file or person: of a mark of another file he learns that it
-- is there, because it stops his writing too, and not of which file.
create function privacy.merken_over(dossier uuid, mens uuid)
  returns table (betrokkene uuid, soort text, gedeeltelijk boolean, van date, uitzondering text, stil boolean)
  language sql stable security definer rows 5 set search_path = '' as
$$ select m.betrokkene_id, m.soort, m.gedeeltelijk, m.van, m.uitzondering, m.stil from privacy.merk m where m.tot is null
   and ((m.dossier_id = dossier and dossier = any (toegang.dossiers()))
     or (m.betrokkene_id = mens and mens = any (toegang.betrokkenen()))) $$;
-- The request behind a list: whoever decides on it may be in charge of the file and not see the list itself.
create function privacy.verzoek_van_lijst(lijst uuid) returns uuid
  language sql stable security definer set search_path = '' as
$$ select l.verzoek_id from privacy.vernietigingslijst l where l.id = lijst $$;
-- Does this file stand on an open list already? Told to who works on a request about it.
create function privacy.staat_op_lijst(dossier uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select exists (select 1 from privacy.vernietigingsregel r where r.dossier_id = dossier and r.stand = 'open')
   and (dossier = any (toegang.dossiers_voor('regie')) or toegang.onder_toezicht(dossier)) $$;

-- Is writing in this file halted? Asked by the policies of the rooms whose rows hang on a file.
create function toegang.stilgelegd(dossier uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select exists (select 1 from privacy.merk m where m.dossier_id = dossier and m.stil) $$;
create or replace function toegang.dossiers_te_bewerken() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct r.dossier_id), '{}') from toegang.open_relaties() r
   where r.doel in ('behandeling', 'regie')
     and not exists (select 1 from privacy.merk m where m.dossier_id = r.dossier_id and m.stil)); end $$;
create or replace function toegang.betrokkenen_te_bewerken() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct k.betrokkene_id), '{}') from toegang.betrokkenheid k
   where k.dossier_id = any (toegang.dossiers_te_bewerken())
     and not exists (select 1 from privacy.merk m where m.betrokkene_id = k.betrokkene_id and m.stil)); end $$;
-- Persons of whom may be recorded how and where they are reached safely: also while writing is halted, because that
-- protects them (AVG art. 18 lid 2).
create function toegang.betrokkenen_in_behandeling() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct k.betrokkene_id), '{}') from toegang.betrokkenheid k
   where k.dossier_id in (select r.dossier_id from toegang.open_relaties() r where r.doel in ('behandeling', 'regie'))); end $$;
revoke all on function privacy.merken_over(uuid, uuid), privacy.verzoek_van_lijst(uuid), privacy.staat_op_lijst(uuid),
  toegang.stilgelegd(uuid), toegang.betrokkenen_in_behandeling() from public;
grant execute on function privacy.merken_over(uuid, uuid), privacy.verzoek_van_lijst(uuid), privacy.staat_op_lijst(uuid),
  toegang.stilgelegd(uuid), toegang.betrokkenen_in_behandeling() to la_app;

drop policy schrijven on gezin.veilig_contact;
create policy schrijven on gezin.veilig_contact for insert to la_app with check (
  persoon_id = any ((select toegang.betrokkenen_in_behandeling())::uuid[]) or toegang.zojuist_vastgelegd(persoon_id));
drop policy wijzigen on gezin.veilig_contact;
create policy wijzigen on gezin.veilig_contact for update to la_app
  using (persoon_id = any ((select toegang.betrokkenen_in_behandeling())::uuid[]));
drop policy schrijven on gezin.geheim_adres;
create policy schrijven on gezin.geheim_adres for insert to la_app
  with check (dossier_id = any ((select toegang.dossiers_voor('geheim_adres'))::uuid[])
    and persoon_id = any ((select toegang.betrokkenen_in_behandeling())::uuid[]));
do $$ declare t text; begin
  foreach t in array array['notitie', 'document', 'verklaring', 'politiegegeven'] loop
    execute format('create policy stil on casus.%I as restrictive for insert to la_app with check (stelsel.is_stelsel() or not toegang.stilgelegd(casus_id))', t);
  end loop;
  foreach t in array array['notitie', 'document'] loop
    execute format('create policy stil_wijzigen on casus.%I as restrictive for update to la_app using (true) with check (stelsel.is_stelsel() or not toegang.stilgelegd(casus_id))', t);
  end loop;
end $$;

-- What was granted before there were marks.
insert into privacy.merk (id, verzoek_id, dossier_id, betrokkene_id, organisatie_id, soort, gedeeltelijk, van)
  select gen_random_uuid(), v.id, v.dossier_id, v.betrokkene_id, v.organisatie_id, v.soort, v.besluit = 'gedeeltelijk', v.tweede_op
  from privacy.verzoek v where v.stand = 'besloten' and v.dossier_id is not null and v.betrokkene_id is not null
    and (v.besluit = 'gedeeltelijk' and v.soort in ('verbetering', 'beperking', 'bezwaar', 'vernietiging')
      or v.besluit = 'toegewezen' and v.soort in ('verbetering', 'beperking', 'bezwaar'));
alter table privacy.merk enable row level security;
alter table privacy.merk force row level security;
create policy poort on privacy.merk for select to la_eigenaar using (true);
create policy stelsel on privacy.merk for all to la_app using (stelsel.is_stelsel()) with check (stelsel.is_stelsel());
create policy lezen on privacy.merk for select to la_app using (
  dossier_id = any ((select toegang.dossiers())::uuid[])
  or (organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[]) and not toegang.geblokkeerd(dossier_id)));
-- What follows from a decision is written by who decides as the second, at that moment, and is what was decided.
create policy bij_besluit on privacy.merk for insert to la_app with check (
  van = stelsel.vandaag() and tot is null and uitzondering is null and exists (select 1 from privacy.verzoek v
    where v.id = verzoek_id and v.stand = 'besloten' and v.tweede_door = stelsel.persoon() and v.tweede_op = stelsel.vandaag()
      and v.soort = merk.soort and v.besluit = case when gedeeltelijk then 'gedeeltelijk' else 'toegewezen' end
      and v.dossier_id = merk.dossier_id and v.betrokkene_id = merk.betrokkene_id and v.organisatie_id = merk.organisatie_id));
create policy bijhouden on privacy.merk for update to la_app using (tot is null
  and (dossier_id = any ((select toegang.dossiers_voor('regie'))::uuid[])
    or (organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[]) and not toegang.geblokkeerd(dossier_id))))
  with check ((tot is null or (tot = stelsel.vandaag() and tot_door = stelsel.persoon()))
    and (tot is not null or uitzondering_door is not distinct from stelsel.persoon()));
create policy bij_besluit on privacy.vernietigingslijst for insert to la_app with check (
  aanleiding = 'verzoek' and opgesteld_op = stelsel.vandaag() and uitgevoerd_op is null
  and exists (select 1 from privacy.verzoek v where v.id = verzoek_id and v.stand = 'besloten'
    and v.tweede_door = stelsel.persoon() and v.tweede_op = stelsel.vandaag() and v.soort = 'vernietiging'
    and v.besluit = 'toegewezen' and v.regio = vernietigingslijst.regio and v.organisatie_id = vernietigingslijst.organisatie_id));
create policy bij_besluit on privacy.vernietigingsregel for insert to la_app with check (
  stand = 'open' and exists (select 1 from privacy.verzoek v where v.id = privacy.verzoek_van_lijst(lijst_id)
    and v.stand = 'besloten' and v.tweede_door = stelsel.persoon() and v.tweede_op = stelsel.vandaag()
    and v.dossier_id = vernietigingsregel.dossier_id));
grant select, insert on privacy.merk to la_app;
grant update (tot, tot_door, uitzondering, uitzondering_door, uitzondering_op) on privacy.merk to la_app;
