-- Files from which the actor is barred today, himself or by way of a person in them. For the rules of this room alone: nobody
-- else may ask, because who is barred never learns that the file exists.
create view toegang.geweerd_dossier with (security_barrier) as
  select coalesce(b.dossier_id, k.dossier_id) id from toegang.blokkade b
  left join toegang.betrokkenheid k on k.betrokkene_id = b.betrokkene_id
  where b.persoon_id = (select stelsel.persoon()) and coalesce(b.dossier_id, k.dossier_id) is not null
    and b.van <= (select stelsel.vandaag()) and (b.tot is null or b.tot > (select stelsel.vandaag()));
comment on view toegang.geweerd_dossier is 'Dossiers waarvan wie handelt vandaag is geweerd; alleen voor de regels zelf';
comment on column toegang.geweerd_dossier.id is 'Dossier [klasse: stelsel]';

-- The rule of which files the actor sees (0260, to the letter), now as a view: where a policy asks it, it becomes part of the
-- plan of the query that is judged, and is not a question beside it. The functions that other rules ask answer from it, so
-- that it stands in one place. It reads as its owner and tells the actor only what he sees. Barred wins over everything;
-- a relation without a membership that holds today is none (ADR 0010).
create view toegang.zichtbaar_dossier with (security_barrier) as
  select x.dossier_id id from (
    select r.dossier_id, r.organisatie_id from toegang.relatie r
      where r.persoon_id = (select stelsel.persoon()) and r.doel in ('behandeling', 'regie', 'overleg')
        and r.van <= (select stelsel.vandaag()) and (r.tot is null or r.tot > (select stelsel.vandaag()))
    union all select n.dossier_id, n.organisatie_id from toegang.noodtoegang n
      where n.persoon_id = (select stelsel.persoon()) and n.van <= now() and n.tot > now()) x
  where x.organisatie_id = any (array(select l.organisatie_id from toegang.lidmaatschap l
      join toegang.persoon p on p.id = l.persoon_id and p.actief
      where l.persoon_id = (select stelsel.persoon()) and l.rol in ('professional', 'teamleider', 'intaker')
        and l.van <= (select stelsel.vandaag()) and (l.tot is null or l.tot > (select stelsel.vandaag()))))
    and x.dossier_id <> all (array(select g.id from toegang.geweerd_dossier g));
comment on view toegang.zichtbaar_dossier is 'Dossiers die wie handelt vandaag mag zien; een dossier kan er tweemaal in staan';
comment on column toegang.zichtbaar_dossier.id is 'Dossier [klasse: stelsel]';

create view toegang.zichtbare_betrokkene with (security_barrier) as
  select k.betrokkene_id id from toegang.betrokkenheid k
  where k.dossier_id = any (array(select z.id from toegang.zichtbaar_dossier z));
comment on view toegang.zichtbare_betrokkene is 'Mensen in de dossiers die wie handelt vandaag mag zien';
comment on column toegang.zichtbare_betrokkene.id is 'Persoon [klasse: stelsel]';

-- To find and not to judge, as mogelijk_dossier: people in the files in which the actor may stand.
create view toegang.mogelijke_betrokkene as
  select k.betrokkene_id id from toegang.betrokkenheid k
  where k.dossier_id = any (array(select m.id from toegang.mogelijk_dossier m));
comment on view toegang.mogelijke_betrokkene is 'Mensen in dossiers waarin wie handelt kan staan: om te vinden, niet om te oordelen';
comment on column toegang.mogelijke_betrokkene.id is 'Persoon [klasse: stelsel]';
grant select on toegang.zichtbaar_dossier, toegang.zichtbare_betrokkene, toegang.mogelijke_betrokkene to la_app;

create or replace function toegang.dossiers() returns uuid[] language plpgsql stable security definer
  set search_path = '' set plan_cache_mode = 'force_generic_plan' as
$$ begin return array(select distinct z.id from toegang.zichtbaar_dossier z); end $$;
create or replace function toegang.betrokkenen() returns uuid[] language plpgsql stable security definer
  set search_path = '' set plan_cache_mode = 'force_generic_plan' as
$$ begin return array(select distinct z.id from toegang.zichtbare_betrokkene z); end $$;

alter policy lezen on toegang.betrokkene using (id in (select z.id from toegang.zichtbare_betrokkene z));
alter policy lezen on toegang.betrokkenheid using (dossier_id in (select z.id from toegang.zichtbaar_dossier z));
