-- The citizen service number only where the law names it, for the reader too: his own work in a file about this person
-- must stand on a law that appoints him to use it (Wmo 2015 art. 5.2.9, Jeugdwet paragraph 7.2). Cooperation, consent,
-- a table meeting and break-glass do not.
alter table gezin.persoon drop constraint persoon_bsn_grond_check;
alter table gezin.persoon add constraint persoon_bsn_grond_check check (bsn_grond in ('wmo_5_2_9', 'jeugdwet_7_2'));

-- Files in which the actor works on such a ground.
create function gezin.dossiers_bsn() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct r.dossier_id), '{}') from toegang.relatie r
   join toegang.open_relaties() o on o.dossier_id = r.dossier_id and o.organisatie_id = r.organisatie_id and o.doel = r.doel
   where r.persoon_id = stelsel.persoon() and r.doel in ('behandeling', 'regie')
     and r.grond in ('wmo_veilig_thuis', 'wmo_lokaal_team', 'jeugdwet')
     and r.van <= stelsel.vandaag() and (r.tot is null or r.tot > stelsel.vandaag())); end $$;
-- The same as persons.
create function gezin.personen_bsn() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ declare dossiers uuid[] := gezin.dossiers_bsn();
begin return (select coalesce(array_agg(distinct k.betrokkene_id), '{}') from toegang.betrokkenheid k
   where k.dossier_id = any (dossiers)); end $$;
revoke all on function gezin.dossiers_bsn(), gezin.personen_bsn() from public;
grant execute on function gezin.dossiers_bsn(), gezin.personen_bsn() to la_app;

-- Who may not read the number does not write or wipe it: that compares old with new, which a policy cannot.
create function gezin.bewaak_bsn() returns trigger language plpgsql set search_path = '' as
$$ begin
  if stelsel.persoon() is null then return new; end if;
  if tg_op = 'INSERT' then
    if new.bsn is not null and cardinality(gezin.dossiers_bsn()) = 0 then
      raise exception 'geen grond voor het burgerservicenummer' using errcode = 'insufficient_privilege';
    end if;
  elsif (new.bsn, new.bsn_grond) is distinct from (old.bsn, old.bsn_grond)
    and new.id <> all (gezin.personen_bsn()) then
    raise exception 'geen grond voor het burgerservicenummer' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger bsn before insert or update on gezin.persoon for each row execute function gezin.bewaak_bsn();
