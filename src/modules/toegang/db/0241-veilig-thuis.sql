-- Finding people without a relation is for the task of Veilig Thuis (Wmo 2015 art. 4.1.1 lid 2, art. 5.1.6). The role
-- alone does not say that somebody works there: his organisation does.
create policy poort on toegang.organisatie for select to la_eigenaar using (true);

create function toegang.is_veilig_thuis(organisatie uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select exists (select 1 from toegang.organisatie o
   where o.id = organisatie and o.soort = 'veilig_thuis')); end $$;
-- Regions in which the actor does the intake of Veilig Thuis today.
create function toegang.veilig_thuis_regios() returns text[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct l.regio), '{}') from toegang.lidmaatschap l
   join toegang.persoon p on p.id = l.persoon_id and p.actief
   join toegang.organisatie o on o.id = l.organisatie_id and o.soort = 'veilig_thuis'
   where l.persoon_id = stelsel.persoon() and l.rol = 'intaker'
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())); end $$;
revoke all on function toegang.is_veilig_thuis(uuid), toegang.veilig_thuis_regios() from public;
grant execute on function toegang.is_veilig_thuis(uuid), toegang.veilig_thuis_regios() to la_app;
