-- The words of the log of use. A row of use says on what ground the actor saw what he saw, and nobody who acts says
-- that himself: the function below looks it up in the open relation, in the transaction of the act (NEN 7513:2018;
-- Logboek dataverwerkingen, working version 0.8).

-- Kinds of record that are read on a purpose of their own.
create function toegang.eigen_doel(soort text) returns text language sql immutable parallel safe as
$$ select case soort when 'melder' then 'melder' when 'geheim_adres' then 'geheim_adres'
   when 'politie' then 'politie' when 'politiegegeven' then 'politie' end $$;

-- One row for each act, and one below it for each person concerned, all in one insert. `regels`: handeling, soort,
-- object, dossier, betrokkenen, activiteit, uitkomst, reden, hash (hex). Where an act names no file, that of the
-- person is looked up among the files in which the actor stands.
create function toegang.leg_verwerking_vast(regels jsonb) returns void
  language sql volatile security definer set search_path = '' as $$
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
    and not exists (select 1 from toegang.blokkade b, ik where b.persoon_id = ik.id
      and b.van <= ik.dag and (b.tot is null or b.tot > ik.dag)
      and (b.dossier_id = g.dossier or b.betrokkene_id in
        (select k.betrokkene_id from toegang.betrokkenheid k where k.dossier_id = g.dossier)))
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

-- Whose hand these fields are from: only that function writes them (it runs as owner).
create policy grondslag on audit.logregel as restrictive for insert to la_app, la_aanmelden, la_taken
  with check (not details ?| array['regel', 'relatie', 'houder', 'nood', 'namens', 'rol']);

create policy poort on audit.logregel for select to la_eigenaar using (true);
create index logregel_dossier on audit.logregel ((details->>'dossier'), tijdstip) where details ? 'dossier';
create index logregel_tijdstip on audit.logregel using brin (tijdstip);

-- Rows about one file ('dossier'), one person concerned ('betrokkene') or one user ('gebruiker'), newest first.
-- For the privacy officer of the organisation that holds the file, unless he is barred from it, and for the system
-- actor of the log. Everybody else, and who asks for what is not there, gets nothing.
create function toegang.logboek(gevraagd text, kenmerk uuid, van timestamptz, tot timestamptz,
    voor_tijd timestamptz, voor_volgorde bigint, hoogstens integer)
  returns table (id uuid, volgorde bigint, xid text, tijdstip timestamptz, actor text, handeling text, soort text,
    object text, uitkomst text, reden text, details jsonb)
  language plpgsql stable security definer rows 200 set search_path = '' as $$
#variable_conflict use_column
declare
  lezer boolean := coalesce(stelsel.actor() = 'stelsel:logboek', false);
  huizen text[] := toegang.organisaties('privacyfunctionaris')::text[];
  overgenomen text[];
  geweerd text[];
begin
  if not lezer and huizen = '{}' then return; end if;
  overgenomen := array(select o.dossier_id::text from toegang.overdracht o
    where o.stand = 'aanvaard' and o.naar_organisatie::text = any (huizen));
  geweerd := array(select x::text from toegang.blokkade b
    cross join lateral (select b.dossier_id x union all select b.betrokkene_id union all
      select k.dossier_id from toegang.betrokkenheid k where k.betrokkene_id = b.betrokkene_id) y
    where b.persoon_id = stelsel.persoon() and b.van <= stelsel.vandaag()
      and (b.tot is null or b.tot > stelsel.vandaag()) and x is not null);
  if gevraagd = 'betrokkene' then
    return query select l.id, l.volgorde, l.xid::text, l.tijdstip, l.actor, l.handeling, l.soort, l.object,
        l.uitkomst, l.reden, l.details from audit.logregel l
      where l.soort = 'betrokkene' and l.object = kenmerk::text and l.tijdstip >= van and l.tijdstip < tot
        and (l.tijdstip, l.volgorde) < (voor_tijd, voor_volgorde)
        and (lezer or l.details->>'houder' = any (huizen) or l.details->>'dossier' = any (overgenomen))
        and l.object <> all (geweerd) and coalesce(l.details->>'dossier', '') <> all (geweerd)
      order by l.tijdstip desc, l.volgorde desc limit hoogstens;
  elsif gevraagd = 'dossier' then
    return query select l.id, l.volgorde, l.xid::text, l.tijdstip, l.actor, l.handeling, l.soort, l.object,
        l.uitkomst, l.reden, l.details from audit.logregel l
      where l.details->>'dossier' = kenmerk::text and l.details ? 'dossier'
        and l.tijdstip >= van and l.tijdstip < tot and (l.tijdstip, l.volgorde) < (voor_tijd, voor_volgorde)
        and (lezer or l.details->>'houder' = any (huizen) or kenmerk::text = any (overgenomen))
        and kenmerk::text <> all (geweerd) and coalesce(l.object, '') <> all (geweerd)
      order by l.tijdstip desc, l.volgorde desc limit hoogstens;
  elsif gevraagd = 'gebruiker' then
    return query select l.id, l.volgorde, l.xid::text, l.tijdstip, l.actor, l.handeling, l.soort, l.object,
        l.uitkomst, l.reden, l.details from audit.logregel l
      where l.actor = 'persoon:' || kenmerk and l.details ? 'regel' and l.tijdstip >= van and l.tijdstip < tot
        and (l.tijdstip, l.volgorde) < (voor_tijd, voor_volgorde)
        and (lezer or l.details->>'houder' = any (huizen) or l.details->>'organisatie' = any (huizen))
        and coalesce(l.object, '') <> all (geweerd) and coalesce(l.details->>'dossier', '') <> all (geweerd)
      order by l.tijdstip desc, l.volgorde desc limit hoogstens;
  end if;
end $$;

-- What each user did on each calendar day (Europe/Amsterdam), in counts: what the privacy officer's rules look at.
-- For the system actor of the log. `stil_van`, `stil_tot`: hours between which work is unusual.
create function toegang.gebruik_per_dag(van timestamptz, tot timestamptz, stil_van integer, stil_tot integer)
  returns table (persoon_id uuid, organisatie_id uuid, dag date, mensen bigint, dossiers bigint, geweigerd bigint,
    zoeken bigint, stil bigint, uitgevoerd bigint, nood uuid[])
  language sql stable security definer rows 500 set search_path = '' as $$
select substr(l.actor, 9)::uuid, (l.details->>'organisatie')::uuid,
  (l.tijdstip at time zone 'Europe/Amsterdam')::date,
  count(distinct l.object) filter (where l.soort = 'betrokkene' and l.uitkomst = 'toegestaan'),
  count(distinct l.details->>'dossier') filter (where l.uitkomst = 'toegestaan'),
  count(distinct coalesce(l.object, l.id::text)) filter (where l.uitkomst = 'geweigerd' and l.soort <> 'betrokkene'),
  count(*) filter (where l.soort <> 'betrokkene' and l.handeling = 'zoeken' and l.details->>'regel' <> 'relatie'),
  count(*) filter (where l.soort <> 'betrokkene' and (u.uur >= stil_van or u.uur < stil_tot)),
  count(*) filter (where l.soort <> 'betrokkene' and l.handeling in ('uitvoeren', 'afdrukken') and l.uitkomst = 'toegestaan'),
  array_remove(array_agg(distinct case when l.details @> '{"nood": true}' then (l.details->>'dossier')::uuid end), null)
from audit.logregel l
cross join lateral (select extract(hour from l.tijdstip at time zone 'Europe/Amsterdam')::integer uur) u
where stelsel.actor() = 'stelsel:logboek' and l.tijdstip >= van and l.tijdstip < tot
  and l.actor like 'persoon:%' and l.details ? 'regel'
group by 1, 2, 3 $$;

revoke all on function toegang.eigen_doel(text), toegang.leg_verwerking_vast(jsonb),
  toegang.logboek(text, uuid, timestamptz, timestamptz, timestamptz, bigint, integer),
  toegang.gebruik_per_dag(timestamptz, timestamptz, integer, integer) from public;
grant execute on function toegang.leg_verwerking_vast(jsonb),
  toegang.logboek(text, uuid, timestamptz, timestamptz, timestamptz, bigint, integer),
  toegang.gebruik_per_dag(timestamptz, timestamptz, integer, integer) to la_app;

-- The same rule as before (codes, ids, days, counts; never typed text), judged in one look at the written form instead
-- of key by key: a row of use carries some fifteen fields, and is written at every read. First the shape, then the
-- lengths: bounds within the first pattern would make it as slow as the old rule.
create or replace function audit.alleen_codes(d jsonb) returns boolean language sql immutable parallel safe as $$
  select jsonb_typeof(d) = 'object'
    and d::text ~ '^\{(?:(?:, )?"[a-z][a-z0-9_]*": (?:"[a-z0-9_.:-]+"|-?[0-9.]+|true|false|null))*\}$'
    and d::text !~ '"(?:[a-z0-9_.:-]{65}|[a-z0-9_]{42,}":)' $$;
