-- What an act costs in the log goes by whom it names, and not by how many live in the region or from how many files the actor is
-- barred. The planner expects thousands in every act and read all files and all people to find a few of them
-- (enable_seqscan); being barred was asked of every pair of a file and a block. The rest is 0230, word for word.
create or replace function toegang.leg_verwerking_vast(regels jsonb) returns void
  language sql volatile security definer set search_path = '' set enable_seqscan = off as $$
with ik as materialized (
  select stelsel.persoon() id, stelsel.vandaag() dag, stelsel.is_stelsel() stelsel,
    toegang.organisaties('professional', 'teamleider', 'intaker') werkt
), act as materialized (
  select gen_random_uuid() id, x.nr, x.v->>'handeling' handeling, x.v->>'soort' soort, x.v->>'object' object,
    (x.v->>'dossier')::uuid dossier, x.v->>'activiteit' activiteit, x.v->>'uitkomst' uitkomst,
    x.v->>'reden' reden, decode(x.v->>'hash', 'hex') hash,
    array(select distinct b::uuid from jsonb_array_elements_text(x.v->'betrokkenen') b) mensen
  from jsonb_array_elements(regels) with ordinality x(v, nr)
), mens as materialized (
  select a.nr, m.id mens, coalesce(a.dossier, k.dossier_id) dossier
  from act a cross join lateral unnest(a.mensen) m(id)
  left join toegang.betrokkenheid k on a.dossier is null and k.betrokkene_id = m.id
), grond as materialized (
  select g.* from (
    select r.id relatie, r.dossier_id dossier, r.organisatie_id organisatie, r.doel, r.grond, r.namens, false nood,
      case r.doel when 'regie' then 1 when 'behandeling' then 2 when 'overleg' then 3 else 5 end rang
    from toegang.relatie r, ik
    where r.persoon_id = ik.id and r.van <= ik.dag and (r.tot is null or r.tot > ik.dag)
      and r.organisatie_id = any (ik.werkt)
    union all
    select n.id, n.dossier_id, n.organisatie_id, null, 'noodtoegang', null, true, 4
    from toegang.noodtoegang n, ik
    where n.persoon_id = ik.id and n.van <= clock_timestamp() and n.tot > now() and n.organisatie_id = any (ik.werkt)) g
  where g.dossier in (select a.dossier from act a union select m.dossier from mens m)
    and g.dossier <> all (array(select w.id from toegang.geweerd_dossier w))
), rol as materialized (
  select l.organisatie_id organisatie, l.rol, array_position(array['teamleider', 'privacyfunctionaris', 'intaker',
      'professional'], l.rol) zonder, array_position(array['professional', 'intaker', 'teamleider'], l.rol) met
  from toegang.lidmaatschap l, ik
  where l.persoon_id = ik.id and l.van <= ik.dag and (l.tot is null or l.tot > ik.dag)
), regel as (
  select a.nr, null::uuid mens, a.dossier from act a
  union all
  -- A person in more than one file of the actor: the file in which he stands closest.
  (select distinct on (m.nr, m.mens) m.nr, m.mens, case when a.dossier is null and g.dossier is null then null else m.dossier end
   from mens m join act a on a.nr = m.nr left join grond g on g.dossier = m.dossier
   order by m.nr, m.mens, g.rang nulls last, m.dossier)
), compleet as (
  select a.*, r.mens, r.dossier van_dossier, g.relatie, g.doel, g.grond, g.namens, coalesce(g.nood, false) nood,
    coalesce(d.organisatie_id, b.organisatie_id) houder,
    coalesce(g.organisatie, o.organisatie) organisatie, w.rol werkrol, o.rol anders, ik.stelsel
  from regel r join act a on a.nr = r.nr cross join ik
  left join toegang.dossier d on d.id = r.dossier
  left join toegang.betrokkene b on b.id = r.mens
  left join lateral (select * from grond where grond.dossier = r.dossier and a.uitkomst = 'toegestaan'
    order by coalesce(grond.doel = toegang.eigen_doel(a.soort), false) desc, rang limit 1) g on true
  left join lateral (select rol.rol from rol where rol.organisatie = g.organisatie and met is not null
    order by met limit 1) w on true
  left join lateral (select rol.organisatie, rol.rol from rol where zonder is not null
    order by (rol.organisatie = d.organisatie_id) desc nulls last, zonder limit 1) o on g.relatie is null
)
insert into audit.logregel (id, handeling, soort, object, uitkomst, reden, details, inhoud_hash)
select case when c.mens is null then c.id else gen_random_uuid() end, c.handeling,
  case when c.mens is null then c.soort else 'betrokkene' end,
  case when c.mens is null then c.object else c.mens::text end, c.uitkomst, c.reden,
  jsonb_strip_nulls(jsonb_build_object('activiteit', c.activiteit, 'dossier', c.van_dossier, 'houder', c.houder,
    'organisatie', c.organisatie, 'rol', coalesce(c.werkrol, c.anders), 'doel', c.doel, 'grond', c.grond,
    'namens', c.namens, 'relatie', c.relatie, 'nood', c.nood,
    'regel', case when c.nood then 'noodtoegang' when c.relatie is not null then 'relatie'
      when c.stelsel then 'stelsel' when c.uitkomst = 'geweigerd' then 'geen' when c.anders is not null then 'rol'
      else 'geen' end,
    'punt', case when c.stelsel then 'taak' else 'toepassing' end,
    'duur', round(extract(epoch from clock_timestamp() - now()) * 1000))
    || case when c.mens is null then jsonb_build_object('mensen', cardinality(c.mensen))
       else jsonb_build_object('bij', c.id, 'deel', c.soort, 'record', c.object) end),
  c.hash
from compleet c order by c.nr, c.mens nulls first $$;
