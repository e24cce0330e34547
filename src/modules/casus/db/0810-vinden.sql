-- The radar tells which team handles a file now: who holds it with an open direction. After a handover that is no longer
-- the controller that laid it down. It answers an intake worker of Veilig Thuis only, and only a counted search.
create or replace function casus.radar(personen uuid[])
  returns table (persoon_id uuid, nummer text, organisatie_id uuid, laatst date)
  language sql stable security definer rows 20 set search_path = '' as
$$ select k.betrokkene_id, c.nummer, coalesce(h.organisatie_id, c.organisatie_id), c.laatste_wijziging
   from toegang.betrokkenheid k
   join casus.casus c on c.id = k.dossier_id
   left join lateral (select r.organisatie_id from toegang.relatie r
     where r.dossier_id = c.id and r.doel = 'regie' and r.van <= stelsel.vandaag()
       and toegang.houdt(c.id, r.organisatie_id)
     order by (r.tot is null or r.tot > stelsel.vandaag()) desc, r.van desc,
       (r.organisatie_id <> c.organisatie_id) desc, r.id limit 1) h on true
   where k.betrokkene_id = any (personen) and cardinality(personen) <= 20 and toegang.is_geteld('radar')
     and c.regio = any ((select toegang.veilig_thuis_regios())::text[]) and not toegang.geblokkeerd(c.id) $$;

-- The others that find without a relation answer a counted search only, too.
create or replace function casus.vind_nood(gezocht bytea) returns uuid
  language sql stable security definer set search_path = '' as
$$ select c.id from casus.casus c where c.nummer_index = gezocht and toegang.is_geteld('noodtoegang')
   and c.regio = any (toegang.regios('professional', 'intaker')) and not toegang.geblokkeerd(c.id) $$;
create or replace function casus.vind_nood_persoon(termen bytea[]) returns uuid
  language sql stable security definer set search_path = '' as
$$ with mensen as (
     select z.persoon_id from gezin.zoekterm z
     where z.term = any (termen) and cardinality(termen) between 3 and 40 and toegang.is_geteld('noodtoegang')
     group by z.persoon_id having count(distinct z.term) = (select count(distinct t) from unnest(termen) t))
   select c.id from casus.casus c join toegang.betrokkenheid k on k.dossier_id = c.id
   where (select count(*) from mensen m
       join gezin.persoon p on p.id = m.persoon_id
       where p.regio = any (toegang.regios('professional', 'intaker'))) = 1
     and k.betrokkene_id in (select persoon_id from mensen)
     and c.regio = any (toegang.regios('professional', 'intaker')) and not toegang.geblokkeerd(c.id)
   order by c.laatste_wijziging desc, c.id limit 1 $$;
create or replace function casus.vind_te_weren(gezocht bytea) returns uuid
  language sql stable security definer set search_path = '' as
$$ select c.id from casus.casus c where c.nummer_index = gezocht and toegang.is_geteld('nummer')
   and toegang.mag_weren(c.id, null)
   and cardinality(toegang.organisaties('teamleider', 'privacyfunctionaris')) > 0 $$;
