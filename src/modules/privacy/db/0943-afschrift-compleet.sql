-- The copy is whole: in which households somebody lived, what documents say, and a passage can be taken out by hand. Still
-- two people per part, who agree to exactly what goes: also to which sentences do not, and to which file.
create table privacy.inzagebestand (
  id uuid primary key,
  nr bigint generated always as identity,
  verzoek_id uuid not null references privacy.verzoek on delete cascade,
  dossier_id uuid not null references toegang.dossier on delete cascade,
  document_id uuid not null,
  soort text not null,
  bytes integer not null check (bytes > 0),
  door uuid not null references toegang.persoon,
  op date not null
);
create index inzagebestand_verzoek on privacy.inzagebestand (verzoek_id, document_id);
create index inzagebestand_dossier on privacy.inzagebestand (dossier_id);
comment on table privacy.inzagebestand is 'Bewerkte versie van een document, voor één verzoek: wat over anderen gaat is er door een mens uitgehaald';
comment on column privacy.inzagebestand.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column privacy.inzagebestand.nr is 'Volgorde van geven: de laatste versie geldt [klasse: stelsel]';
comment on column privacy.inzagebestand.verzoek_id is 'Verzoek waarvoor [klasse: stelsel]';
comment on column privacy.inzagebestand.dossier_id is 'Dossier waarin het document staat [klasse: stelsel]';
comment on column privacy.inzagebestand.document_id is 'Document dat is bewerkt [klasse: stelsel]';
comment on column privacy.inzagebestand.soort is 'Soort bestand, naar inhoud bepaald [klasse: feit]';
comment on column privacy.inzagebestand.bytes is 'Lengte [klasse: feit]';
comment on column privacy.inzagebestand.door is 'Wie de bewerkte versie gaf [klasse: stelsel]';
comment on column privacy.inzagebestand.op is 'Wanneer [klasse: feit]';
create table privacy.inzagebestanddeel (
  bestand_id uuid not null references privacy.inzagebestand on delete cascade,
  nummer integer not null check (nummer >= 0),
  inhoud bytea not null,
  primary key (bestand_id, nummer)
);
comment on table privacy.inzagebestanddeel is 'Stuk van een bewerkt document, versleuteld met de sleutel van het verzoek';
comment on column privacy.inzagebestanddeel.bestand_id is 'Bewerkte versie [klasse: stelsel]';
comment on column privacy.inzagebestanddeel.nummer is 'Volgnummer vanaf 0 [klasse: stelsel]';
comment on column privacy.inzagebestanddeel.inhoud is 'Bytes van dit stuk, versleuteld [klasse: inhoud]';

alter table privacy.inzagekeuze drop constraint inzagekeuze_soort_check;
alter table privacy.inzagekeuze add constraint inzagekeuze_soort_check
  check (soort in ('persoon', 'adres', 'huishouden', 'verklaring', 'notitie', 'document'));
-- A choice for an edited file goes with that file: never does the original take its place.
alter table privacy.inzagekeuze
  add lakking text[] not null default '{}',
  add bestand_id uuid references privacy.inzagebestand on delete cascade,
  add check (lakking = '{}' or (keuze = 'meegeven' and soort in ('verklaring', 'notitie'))),
  add check (array_to_string(lakking, ',') ~ '^([0-9]{1,4}:(niet_over_hem|privacy_ander|belang_kind|taak):[0-9a-f]{16}(,|$))*$'),
  add check (bestand_id is null or (keuze = 'meegeven' and soort = 'document'));
comment on column privacy.inzagekeuze.lakking is 'Welke zinnen met de hand zijn weggelaten: nummer, grond en een vingerafdruk van de zin; nooit de zin zelf [klasse: stelsel]';
comment on column privacy.inzagekeuze.bestand_id is 'Bewerkte versie die in plaats van het document meegaat [klasse: stelsel]';

create or replace function privacy.inzage_ogen() returns trigger language plpgsql set search_path = '' as
$$ begin
  if stelsel.is_stelsel() then return new; end if;
  if new.bestand_id is not null and not exists (select 1 from privacy.inzagebestand b where b.id = new.bestand_id
    and b.verzoek_id = new.verzoek_id and b.document_id = new.object_id) then
    raise exception 'Dit is geen bewerkte versie van dit document.' using errcode = '42501';
  end if;
  if tg_op = 'INSERT' or (new.versie, new.keuze, new.grond, new.eerste_door, new.lakking, new.bestand_id)
      is distinct from (old.versie, old.keuze, old.grond, old.eerste_door, old.lakking, old.bestand_id) then
    if new.eerste_door is distinct from stelsel.persoon() or new.tweede_door is not null then
      raise exception 'Een keuze is van wie haar maakt, en begint zonder akkoord.' using errcode = '42501';
    end if;
  elsif new.tweede_door is distinct from old.tweede_door and new.tweede_door is distinct from stelsel.persoon() then
    raise exception 'Akkoord geeft iedereen alleen voor zichzelf.' using errcode = '42501';
  end if;
  return new;
end $$;

-- Households: from when to when, in which place, and nothing of who else lived there or where. Not for a representative:
-- it tells where the person lived.
create or replace function privacy.inzagestukken(gevraagd uuid)
  returns table (soort text, id uuid, versie integer, dag date, nader text, inhoud bytea)
  language sql stable security definer rows 100 set search_path = '' as
$$ with v as materialized (select * from privacy.inzage_open(gevraagd)),
     mens as materialized (select v.*, z mens from v cross join lateral privacy.zelfde(v.betrokkene_id) z
       join toegang.betrokkenheid k on k.dossier_id = v.dossier_id and k.betrokkene_id = z)
   select 'persoon', p.id, p.versie, p.laatste_wijziging, p.geslacht, p.gegevens
     from gezin.persoon p join mens m on m.mens = p.id
   union all select 'adres', a.id, 1, a.van, a.soort, a.gegevens
     from gezin.adres a join mens m on m.mens = a.persoon_id where m.door = 'zelf'
   -- It can end once; what was chosen before that is no choice on what it says now.
   union all select 'huishouden', l.id, case when l.tot is null then 1 else 2 end, l.van, l.rol,
       convert_to(coalesce(l.tot::text, ''), 'UTF8')
     from gezin.huishoudlid l join mens m on m.mens = l.persoon_id
     join gezin.huishouden h on h.id = l.huishouden_id and h.dossier_id = m.dossier_id
       and h.organisatie_id = m.organisatie_id where m.door = 'zelf'
   union all select 'verklaring', k.id, 1, k.over_dag, null, k.inhoud
     from casus.verklaring k join mens m on m.mens = k.partij_id and m.dossier_id = k.casus_id
       and m.organisatie_id = k.organisatie_id where m.door = 'zelf'
   union all select 'notitie', n.id, n.versie, n.over_dag, n.soort, n.inhoud
     from casus.notitie n join v on v.dossier_id = n.casus_id and v.organisatie_id = n.organisatie_id
   union all select 'document', d.id, 1, d.vastgelegd_op::date, d.soort, d.naam
     from casus.document d join v on v.dossier_id = d.casus_id and v.organisatie_id = d.organisatie_id $$;

-- The pieces of one document that is a part for this request, and of no other.
create function privacy.inzagedocument(gevraagd uuid, document uuid) returns table (nummer integer, inhoud bytea)
  language sql stable security definer rows 10 set search_path = '' as
$$ select s.nummer, s.inhoud from privacy.inzage_open(gevraagd) v
   join casus.document d on d.casus_id = v.dossier_id and d.organisatie_id = v.organisatie_id and d.id = document
   join casus.documentdeel s on s.document_id = d.id $$;
revoke all on function privacy.inzagedocument(uuid, uuid) from public;
grant execute on function privacy.inzagedocument(uuid, uuid) to la_app;

do $$ declare t text; begin
  foreach t in array array['inzagebestand', 'inzagebestanddeel'] loop
    execute format('create policy poort on privacy.%I for select to la_eigenaar using (true)', t);
    execute format('create policy stelsel on privacy.%I for all to la_app using (stelsel.is_stelsel()) with check (stelsel.is_stelsel())', t);
  end loop;
end $$;
alter table privacy.inzagebestand enable row level security;
alter table privacy.inzagebestand force row level security;
alter table privacy.inzagebestanddeel enable row level security;
alter table privacy.inzagebestanddeel force row level security;
create policy lezen on privacy.inzagebestand for select to la_app
  using (exists (select 1 from privacy.inzage_open(verzoek_id)));
create policy geven on privacy.inzagebestand for insert to la_app with check (door = stelsel.persoon()
  and op = stelsel.vandaag() and exists (select 1 from privacy.inzage_open(verzoek_id) o
    where o.dossier_id = inzagebestand.dossier_id)
  and exists (select 1 from privacy.inzagestukken(verzoek_id) s where s.soort = 'document' and s.id = document_id));
create policy lezen on privacy.inzagebestanddeel for select to la_app
  using (exists (select 1 from privacy.inzagebestand b where b.id = bestand_id));
create policy geven on privacy.inzagebestanddeel for insert to la_app
  with check (exists (select 1 from privacy.inzagebestand b where b.id = bestand_id and b.door = stelsel.persoon()));
grant select, insert on privacy.inzagebestand, privacy.inzagebestanddeel to la_app;
-- By the system only: erasing takes what was edited for a request with it.
grant delete on privacy.inzagebestand to la_app;
grant update (lakking, bestand_id) on privacy.inzagekeuze to la_app;
