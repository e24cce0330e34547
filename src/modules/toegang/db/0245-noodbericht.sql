-- Break-glass of which nobody is told, or that nobody can judge, is a hole. When no privacy officer can judge it, the
-- team leaders of both organisations are told, and whoever gives out roles in the region: that one has to be appointed.
-- Is this person barred from this file? For the rules of the database only: nobody may ask it.
create function toegang.is_geweerd(mens uuid, dossier uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select exists (select 1 from toegang.blokkade b where b.persoon_id = mens
   and b.van <= stelsel.vandaag() and (b.tot is null or b.tot > stelsel.vandaag())
   and (b.dossier_id = dossier or b.betrokkene_id in
     (select k.betrokkene_id from toegang.betrokkenheid k where k.dossier_id = dossier)))); end $$;
create function toegang.nood_zonder_toezicht(genomen uuid) returns uuid[]
  language sql stable security definer set search_path = '' as
$$ select coalesce(array_agg(distinct l.persoon_id), '{}') from toegang.noodtoegang n
   join toegang.dossier d on d.id = n.dossier_id
   join toegang.lidmaatschap l on l.persoon_id <> n.persoon_id
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())
     and ((l.rol = 'teamleider' and l.organisatie_id in (n.organisatie_id, d.organisatie_id))
       or (l.rol = 'accountbeheerder' and l.regio = d.regio))
   join toegang.persoon p on p.id = l.persoon_id and p.actief
   where n.id = genomen and (stelsel.is_stelsel() or n.persoon_id = stelsel.persoon())
     and not toegang.is_geweerd(l.persoon_id, n.dossier_id)
     and not exists (select 1 from toegang.lidmaatschap t
       join toegang.persoon q on q.id = t.persoon_id and q.actief
       where t.rol = 'privacyfunctionaris' and t.organisatie_id in (n.organisatie_id, d.organisatie_id)
         and t.van <= stelsel.vandaag() and (t.tot is null or t.tot > stelsel.vandaag())
         and t.persoon_id <> n.persoon_id and not toegang.is_geweerd(t.persoon_id, n.dossier_id)) $$;
revoke all on function toegang.is_geweerd(uuid, uuid), toegang.nood_zonder_toezicht(uuid) from public;
grant execute on function toegang.nood_zonder_toezicht(uuid) to la_app;
