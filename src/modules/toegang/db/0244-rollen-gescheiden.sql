-- Who gives out accounts gives out no work and does none with families, and who keeps the machines reads none of them:
-- one pair of hands would open any file for itself. Held per region, as the roles are; technology has no region.
create function toegang.gaat_niet_samen(mens uuid, gevraagd text, waar text) returns boolean
  language plpgsql stable security definer set search_path = '' as
$$ declare casus text[] := array['professional', 'teamleider', 'intaker', 'privacyfunctionaris'];
begin return (select exists (select 1 from toegang.lidmaatschap l where l.persoon_id = mens
   and (l.tot is null or l.tot > stelsel.vandaag())
   and case when gevraagd = any (casus)
       then l.rol = 'technisch_beheerder' or (l.rol = 'accountbeheerder' and l.regio = waar)
     when gevraagd = 'accountbeheerder' then l.rol = any (casus) and l.regio = waar
     when gevraagd = 'technisch_beheerder' then l.rol = any (casus)
     else false end)); end $$;
revoke all on function toegang.gaat_niet_samen(uuid, text, text) from public;
grant execute on function toegang.gaat_niet_samen(uuid, text, text) to la_app;

create policy gescheiden on toegang.lidmaatschap as restrictive for insert to la_app
  with check (not toegang.gaat_niet_samen(persoon_id, rol, regio));
-- Ending a role stays possible for a pair that is older than this rule.
create policy gescheiden_bij on toegang.lidmaatschap as restrictive for update to la_app using (true)
  with check ((tot is not null and tot <= stelsel.vandaag()) or not toegang.gaat_niet_samen(persoon_id, rol, regio));
