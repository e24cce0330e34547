-- "Reading only" held on the page and not here: who is at a table meeting about a household, or took break-glass, and works
-- with the same person in a file of his own, could write in that household. What is written in a file asks for work in
-- that file, and is about somebody whom that file is about.
create function gezin.huishoudens_te_bewerken() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ declare dossiers uuid[] := toegang.dossiers_te_bewerken();
begin return (select coalesce(array_agg(h.id), '{}') from gezin.huishouden h where h.dossier_id = any (dossiers)); end $$;
revoke all on function gezin.huishoudens_te_bewerken() from public;
grant execute on function gezin.huishoudens_te_bewerken() to la_app;

drop policy schrijven on gezin.huishoudlid;
create policy schrijven on gezin.huishoudlid for insert to la_app with check (
  huishouden_id = any ((select gezin.huishoudens_te_bewerken())::uuid[])
  and exists (select 1 from gezin.huishouden h join toegang.betrokkenheid k on k.dossier_id = h.dossier_id
    where h.id = huishouden_id and k.betrokkene_id = persoon_id));
drop policy wijzigen on gezin.huishoudlid;
create policy wijzigen on gezin.huishoudlid for update to la_app
  using (huishouden_id = any ((select gezin.huishoudens_te_bewerken())::uuid[]));
