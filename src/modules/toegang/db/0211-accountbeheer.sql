-- Account administration: who may switch off a person or take away a second step. Only an administrator of
-- every region in which that person holds a role today, and never of himself.
create function toegang.beheert(mens uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select mens is distinct from stelsel.persoon()
   and exists (select 1 from toegang.lidmaatschap l where l.persoon_id = mens
     and l.regio = any (toegang.regios('accountbeheerder')))
   and not exists (select 1 from toegang.lidmaatschap l where l.persoon_id = mens
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())
     and (l.regio is null or l.regio <> all (toegang.regios('accountbeheerder')))) $$;
revoke all on function toegang.beheert(uuid) from public;
grant execute on function toegang.beheert(uuid) to la_app;

create policy bijwerken_beheer on toegang.persoon for update to la_app
  using (toegang.beheert(id)) with check (toegang.beheert(id));
