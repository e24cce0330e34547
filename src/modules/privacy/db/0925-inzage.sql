-- Access and copy (AVG art. 15; Wmo 2015 art. 5.3.2; Jeugdwet art. 7.3.10): what of the file is given to the person it is
-- about. A part goes along only when one human chose so and another agreed; without a choice it stays.
alter table privacy.verzoek add column afschrift_op date;
comment on column privacy.verzoek.afschrift_op is 'Dag waarop het afschrift is gemaakt; daarna leest niemand de onderdelen hier nog [klasse: feit]';
grant update (afschrift_op) on privacy.verzoek to la_app;

create table privacy.inzagekeuze (
  verzoek_id uuid not null references privacy.verzoek on delete cascade,
  dossier_id uuid not null references toegang.dossier on delete cascade,
  betrokkene_id uuid not null references toegang.betrokkene on delete cascade,
  soort text not null check (soort in ('persoon', 'adres', 'verklaring', 'notitie', 'document')),
  object_id uuid not null,
  versie integer not null check (versie > 0),
  keuze text not null check (keuze in ('meegeven', 'weglaten')),
  grond text check (grond in ('niet_over_hem', 'privacy_ander', 'belang_kind', 'taak')),
  eerste_door uuid not null references toegang.persoon,
  eerste_op date not null,
  tweede_door uuid references toegang.persoon,
  tweede_op date,
  primary key (verzoek_id, betrokkene_id, soort, object_id),
  check ((keuze = 'weglaten') = (grond is not null)),
  check ((tweede_door is null) = (tweede_op is null)),
  check (tweede_door <> eerste_door)
);
create index inzagekeuze_dossier on privacy.inzagekeuze (dossier_id);
create index inzagekeuze_betrokkene on privacy.inzagekeuze (betrokkene_id);
comment on table privacy.inzagekeuze is 'Per onderdeel van een dossier: gaat het mee met het afschrift, of op welke grond niet; twee mensen, nooit de tekst zelf';
comment on column privacy.inzagekeuze.verzoek_id is 'Verzoek [klasse: stelsel]';
comment on column privacy.inzagekeuze.dossier_id is 'Dossier waarin het onderdeel staat [klasse: stelsel]';
comment on column privacy.inzagekeuze.betrokkene_id is 'Over wie het verzoek ging toen werd gekozen [klasse: stelsel]';
comment on column privacy.inzagekeuze.soort is 'Soort onderdeel [klasse: feit]';
comment on column privacy.inzagekeuze.object_id is 'Kenmerk van het onderdeel [klasse: stelsel]';
comment on column privacy.inzagekeuze.versie is 'Versie die werd gelezen; een latere vraagt een nieuwe keuze [klasse: stelsel]';
comment on column privacy.inzagekeuze.keuze is 'meegeven of weglaten [klasse: feit]';
comment on column privacy.inzagekeuze.grond is 'Code van de grond voor weglaten [klasse: feit]';
comment on column privacy.inzagekeuze.eerste_door is 'Wie koos [klasse: stelsel]';
comment on column privacy.inzagekeuze.eerste_op is 'Dag van kiezen [klasse: feit]';
comment on column privacy.inzagekeuze.tweede_door is 'Wie akkoord gaf; een ander dan wie koos [klasse: stelsel]';
comment on column privacy.inzagekeuze.tweede_op is 'Dag van akkoord [klasse: feit]';

-- Everybody who is, after a decision of a human, the same person as this one, himself included. The first is for the
-- functions of this room, the second for oversight.
create function privacy.zelfde(gevraagd uuid) returns setof uuid
  language sql stable security definer rows 2 set search_path = '' as
$$ with recursive z(id) as (select gevraagd
     union select case when s.blijft_id = z.id then s.opgegaan_id else s.blijft_id end
     from z join gezin.samenvoeging s on z.id in (s.blijft_id, s.opgegaan_id) where s.stand = 'bevestigd')
   select id from z $$;
create function privacy.zelfde_mens(gevraagd uuid) returns setof uuid
  language sql stable security definer rows 2 set search_path = '' as
$$ select z from privacy.zelfde(gevraagd) z where z = gevraagd or stelsel.is_stelsel()
     or toegang.organisaties('privacyfunctionaris') <> '{}' $$;

-- The ground on which this actor carries out a request for access: somebody's identity was established, he stands in the
-- file, and access was not refused. As privacy officer of the organisation that holds the file and is not barred from it,
-- or as who directs the file and reads its notes already. No row is no right.
create function privacy.inzage_recht(gevraagd uuid)
  returns table (dossier_id uuid, betrokkene_id uuid, organisatie_id uuid, door text, afschrift_op date)
  language sql stable security definer rows 1 set search_path = '' as
$$ select v.dossier_id, v.betrokkene_id, v.organisatie_id, v.door, v.afschrift_op from privacy.verzoek v
   join toegang.betrokkenheid k on k.dossier_id = v.dossier_id and k.betrokkene_id = v.betrokkene_id
   where v.id = gevraagd and v.soort in ('inzage', 'afschrift') and v.identiteit is not null
     and (v.stand in ('open', 'voorgesteld') or (v.stand = 'besloten' and v.besluit <> 'geweigerd'))
     and toegang.houdt(v.dossier_id, v.organisatie_id) and not toegang.geblokkeerd(v.dossier_id)
     and (v.organisatie_id = any (toegang.organisaties('privacyfunctionaris'))
       or (v.dossier_id = any (toegang.dossiers_voor('regie'))
         and v.dossier_id || ':' || v.organisatie_id = any (casus.leesbaar()))) $$;
-- The same, as long as its parts may be read: until the day after the copy was made.
create function privacy.inzage_open(gevraagd uuid)
  returns table (dossier_id uuid, betrokkene_id uuid, organisatie_id uuid, door text)
  language sql stable security definer rows 1 set search_path = '' as
$$ select r.dossier_id, r.betrokkene_id, r.organisatie_id, r.door from privacy.inzage_recht(gevraagd) r
   where r.afschrift_op is null or r.afschrift_op = stelsel.vandaag() $$;

-- The parts, and nothing else: what the controller itself wrote, and of statements only his own. The reporter, police
-- information, secret addresses and what another party said are in no branch of this question. A representative is
-- another reader than the person: no address, nothing to reach him by (that is taken out of 'persoon' where it is
-- opened), and not what he said.
create function privacy.inzagestukken(gevraagd uuid)
  returns table (soort text, id uuid, versie integer, dag date, nader text, inhoud bytea)
  language sql stable security definer rows 100 set search_path = '' as
$$ with v as materialized (select * from privacy.inzage_open(gevraagd)),
     mens as materialized (select v.*, z mens from v cross join lateral privacy.zelfde(v.betrokkene_id) z
       join toegang.betrokkenheid k on k.dossier_id = v.dossier_id and k.betrokkene_id = z)
   select 'persoon', p.id, p.versie, p.laatste_wijziging, p.geslacht, p.gegevens
     from gezin.persoon p join mens m on m.mens = p.id
   union all select 'adres', a.id, 1, a.van, a.soort, a.gegevens
     from gezin.adres a join mens m on m.mens = a.persoon_id where m.door = 'zelf'
   union all select 'verklaring', k.id, 1, k.over_dag, null, k.inhoud
     from casus.verklaring k join mens m on m.mens = k.partij_id and m.dossier_id = k.casus_id
       and m.organisatie_id = k.organisatie_id where m.door = 'zelf'
   union all select 'notitie', n.id, n.versie, n.over_dag, n.soort, n.inhoud
     from casus.notitie n join v on v.dossier_id = n.casus_id and v.organisatie_id = n.organisatie_id
   union all select 'document', d.id, 1, d.vastgelegd_op::date, d.soort, d.naam
     from casus.document d join v on v.dossier_id = d.casus_id and v.organisatie_id = d.organisatie_id $$;

-- Nobody signs in another's name; who changes a choice takes the agreement with the old one away.
create function privacy.inzage_ogen() returns trigger language plpgsql set search_path = '' as
$$ begin
  if stelsel.is_stelsel() then return new; end if;
  if tg_op = 'INSERT' or (new.versie, new.keuze, new.grond, new.eerste_door)
      is distinct from (old.versie, old.keuze, old.grond, old.eerste_door) then
    if new.eerste_door is distinct from stelsel.persoon() or new.tweede_door is not null then
      raise exception 'Een keuze is van wie haar maakt, en begint zonder akkoord.' using errcode = '42501';
    end if;
  elsif new.tweede_door is distinct from old.tweede_door and new.tweede_door is distinct from stelsel.persoon() then
    raise exception 'Akkoord geeft iedereen alleen voor zichzelf.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger inzage_ogen before insert or update on privacy.inzagekeuze
  for each row execute function privacy.inzage_ogen();

revoke all on function privacy.zelfde(uuid), privacy.zelfde_mens(uuid), privacy.inzage_recht(uuid),
  privacy.inzage_open(uuid), privacy.inzagestukken(uuid),
  privacy.inzage_ogen() from public;
grant execute on function privacy.zelfde_mens(uuid), privacy.inzage_recht(uuid),
  privacy.inzage_open(uuid), privacy.inzagestukken(uuid) to la_app;

alter table privacy.inzagekeuze enable row level security;
alter table privacy.inzagekeuze force row level security;
create policy poort on privacy.inzagekeuze for select to la_eigenaar using (true);
create policy stelsel on privacy.inzagekeuze for all to la_app using (stelsel.is_stelsel()) with check (stelsel.is_stelsel());
create policy lezen on privacy.inzagekeuze for select to la_app
  using (exists (select 1 from privacy.verzoek v where v.id = verzoek_id));
create policy kiezen on privacy.inzagekeuze for insert to la_app with check (exists (
  select 1 from privacy.inzage_open(verzoek_id) o where o.dossier_id = inzagekeuze.dossier_id
    and o.betrokkene_id = inzagekeuze.betrokkene_id));
create policy wijzigen on privacy.inzagekeuze for update to la_app using (exists (
  select 1 from privacy.inzage_open(verzoek_id) o where o.dossier_id = inzagekeuze.dossier_id
    and o.betrokkene_id = inzagekeuze.betrokkene_id));
grant select, insert on privacy.inzagekeuze to la_app;
grant update (versie, keuze, grond, eerste_door, eerste_op, tweede_door, tweede_op) on privacy.inzagekeuze to la_app;
