-- Who gives out work, judges or stands in the same file must be able to read whom it is about: the names of people who
-- work, never of the people whom a file is about.
create function toegang.bekenden() returns uuid[]
  language sql stable security definer set search_path = '' as
$$ select coalesce(array_agg(distinct x.id), '{}') from (
     select unnest(toegang.mensen_van('teamleider', 'privacyfunctionaris')) id
     union select r.persoon_id from toegang.relatie r where r.dossier_id = any (toegang.dossiers())
     union select r.gegeven_door from toegang.relatie r where r.dossier_id = any (toegang.dossiers())
     union select n.persoon_id from toegang.noodtoegang n
       where n.dossier_id = any (toegang.dossiers_voor('regie'))
         or ((n.organisatie_id = any (toegang.organisaties('privacyfunctionaris'))
           or toegang.onder_toezicht(n.dossier_id)) and not toegang.geblokkeerd(n.dossier_id))) x
   where x.id is not null $$;
-- Who has this work address and a role in casework in a region of the actor: to invite somebody of another
-- organisation without a list of everybody who works there.
create function toegang.vind_collega(gezocht bytea) returns table (persoon_id uuid, organisatie_id uuid)
  language sql stable security definer rows 2 set search_path = '' as
$$ select distinct l.persoon_id, l.organisatie_id from toegang.persoon p
   join toegang.lidmaatschap l on l.persoon_id = p.id
   where p.email_index = gezocht and p.actief and l.rol in ('professional', 'teamleider', 'intaker')
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())
     and l.regio = any (toegang.regios('professional', 'teamleider', 'intaker')) $$;
-- Whom break-glass must be told of at once: who directs the file, and the privacy officers of the organisation of the
-- file and of the taker. Nobody who is barred from the file; nobody but the taker himself may ask, in his own act.
create function toegang.nood_ontvangers(genomen uuid) returns uuid[]
  language sql stable security definer set search_path = '' as
$$ select coalesce(array_agg(distinct x.id), '{}') from toegang.noodtoegang n
   join toegang.dossier d on d.id = n.dossier_id
   cross join lateral (
     select r.persoon_id id from toegang.relatie r
       where r.dossier_id = n.dossier_id and r.doel = 'regie'
         and r.van <= stelsel.vandaag() and (r.tot is null or r.tot > stelsel.vandaag())
         and toegang.werkt_voor(r.persoon_id, r.organisatie_id)
     union select l.persoon_id from toegang.lidmaatschap l join toegang.persoon p on p.id = l.persoon_id and p.actief
       where l.rol = 'privacyfunctionaris' and l.organisatie_id in (n.organisatie_id, d.organisatie_id)
         and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())) x
   where n.id = genomen and x.id <> n.persoon_id
     and (stelsel.is_stelsel() or n.persoon_id = stelsel.persoon())
     and not exists (select 1 from toegang.blokkade b where b.persoon_id = x.id
       and b.van <= stelsel.vandaag() and (b.tot is null or b.tot > stelsel.vandaag())
       and (b.dossier_id = n.dossier_id or b.betrokkene_id in
         (select k.betrokkene_id from toegang.betrokkenheid k where k.dossier_id = n.dossier_id))) $$;
-- In what capacity the actor stands to a file; from this the buttons follow.
create function toegang.hoedanigheden(dossier uuid) returns text[]
  language sql stable security definer set search_path = '' as
$$ select coalesce(array_agg(x.h), '{}') from (
     select 'regie' h where dossier = any (toegang.dossiers_voor('regie'))
     union all select 'zelf' where exists (select 1 from toegang.open_relaties() r where r.dossier_id = dossier)
     union all select 'verdeler' where dossier = any (toegang.te_verdelen())
     union all select 'verantwoordelijke' where exists (select 1 from toegang.dossier d where d.id = dossier
       and d.organisatie_id = any (toegang.organisaties('teamleider')) and not toegang.geblokkeerd(d.id))
     union all select 'ontvanger' where exists (select 1 from toegang.overdracht o where o.dossier_id = dossier
       and o.stand = 'aangeboden' and o.naar_organisatie = any (toegang.organisaties('teamleider'))
       and not toegang.geblokkeerd(o.dossier_id))) x $$;
-- Organisations of this region to which a file can be offered: somebody there can accept it.
create function toegang.ontvangers(gevraagd text) returns uuid[]
  language sql stable security definer set search_path = '' as
$$ select coalesce(array_agg(distinct l.organisatie_id), '{}') from toegang.lidmaatschap l
   join toegang.persoon p on p.id = l.persoon_id and p.actief
   where l.rol = 'teamleider' and l.regio = gevraagd
     and gevraagd = any (toegang.regios('professional', 'teamleider', 'intaker'))
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag()) $$;
do $$ declare f text; begin
  foreach f in array array['bekenden()', 'vind_collega(bytea)', 'nood_ontvangers(uuid)', 'hoedanigheden(uuid)',
    'ontvangers(text)'] loop
    execute format('revoke all on function toegang.%s from public', f);
    execute format('grant execute on function toegang.%s to la_app', f);
  end loop;
end $$;

create policy collega on toegang.persoon for select to la_app
  using (id = any ((select toegang.bekenden())::uuid[]));
-- Who gives out work sees who works for his organisation; account administration is no part of it.
create policy ploeg on toegang.lidmaatschap for select to la_app
  using (rol in ('professional', 'teamleider', 'intaker', 'privacyfunctionaris')
    and organisatie_id = any ((select toegang.organisaties('teamleider', 'privacyfunctionaris'))::uuid[]));
