-- Break-glass by exact identity: the file about the one person who carries every term that was asked for. Two people
-- who carry them all are nobody: then only the case number finds. Absent, another region and barred are one answer;
-- the application has the search counted and limited before it asks.
create function casus.vind_nood_persoon(termen bytea[]) returns uuid
  language sql stable security definer set search_path = '' as
$$ with mensen as (
     select z.persoon_id from gezin.zoekterm z
     where z.term = any (termen) and cardinality(termen) between 3 and 40
     group by z.persoon_id having count(distinct z.term) = (select count(distinct t) from unnest(termen) t))
   select c.id from casus.casus c join toegang.betrokkenheid k on k.dossier_id = c.id
   where (select count(*) from mensen m
       join gezin.persoon p on p.id = m.persoon_id
       where p.regio = any (toegang.regios('professional', 'intaker'))) = 1
     and k.betrokkene_id in (select persoon_id from mensen)
     and c.regio = any (toegang.regios('professional', 'intaker')) and not toegang.geblokkeerd(c.id)
   order by c.laatste_wijziging desc, c.id limit 1 $$;
revoke all on function casus.vind_nood_persoon(bytea[]) from public;
grant execute on function casus.vind_nood_persoon(bytea[]) to la_app;
