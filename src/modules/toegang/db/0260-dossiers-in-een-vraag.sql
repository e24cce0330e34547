-- What every list asks, in as few questions as it takes: open_relaties() and open_noodtoegang() (0220) asked six for the
-- same answer, and half of what need-to-know cost a list was that. The rule is the one of 0220, word for word: a relation
-- that holds today on behalf of an organisation for which the actor works today, or break-glass that runs, never where
-- he is barred.
create or replace function toegang.dossiers() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ declare ik uuid := stelsel.persoon(); dag date := stelsel.vandaag(); uit uuid[];
begin
  if ik is null then return '{}'; end if;
  select coalesce(array_agg(distinct x.dossier_id), '{}') into uit from (
    select r.dossier_id, r.organisatie_id from toegang.relatie r
      where r.persoon_id = ik and r.van <= dag and (r.tot is null or r.tot > dag)
        and r.doel in ('behandeling', 'regie', 'overleg')
    union all select n.dossier_id, n.organisatie_id from toegang.noodtoegang n
      where n.persoon_id = ik and n.van <= now() and n.tot > now()) x
  where x.organisatie_id in (select l.organisatie_id from toegang.lidmaatschap l
      join toegang.persoon p on p.id = l.persoon_id and p.actief
      where l.persoon_id = ik and l.rol in ('professional', 'teamleider', 'intaker')
        and l.van <= dag and (l.tot is null or l.tot > dag));
  if cardinality(uit) > 0 and exists (select 1 from toegang.blokkade b where b.persoon_id = ik
      and b.van <= dag and (b.tot is null or b.tot > dag)) then
    return array(select u from unnest(uit) u where not toegang.geblokkeerd(u));
  end if;
  return uit;
end $$;

-- Files in which the actor may stand: never fewer than dossiers(), and found without judging them. For the `where` of a
-- list only, so that an index finds the rows that the policy then judges (ADR 0010): asking dossiers() there too would
-- pay for need-to-know twice.
create function toegang.mogelijke_dossiers() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ declare ik uuid := stelsel.persoon();
begin return array(select r.dossier_id from toegang.relatie r where r.persoon_id = ik
    and (r.tot is null or r.tot > stelsel.vandaag())
  union select n.dossier_id from toegang.noodtoegang n where n.persoon_id = ik and n.tot > now());
end $$;
revoke all on function toegang.mogelijke_dossiers() from public;
grant execute on function toegang.mogelijke_dossiers() to la_app;
