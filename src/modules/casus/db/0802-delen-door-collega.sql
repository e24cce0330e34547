-- A note may be shared by any colleague who writes in the file for the organisation whose note it is. The policy asked
-- that the row named the actor as its writer, also when only the sharing changed: then the writer stays who he was. Who
-- changes the text itself is still its writer; that compares old with new, which a policy cannot.
drop policy wijzigen on casus.notitie;
create policy wijzigen on casus.notitie for update to la_app
  using (casus_id || ':' || organisatie_id = any ((select toegang.dossierorganisaties())::text[]))
  with check (casus_id || ':' || organisatie_id = any ((select toegang.dossierorganisaties())::text[]));

create function casus.bewaak_schrijver() returns trigger language plpgsql set search_path = '' as
$$ begin
  if stelsel.persoon() is not null and new.door is distinct from stelsel.persoon()
    and (new.door, new.soort, new.over_dag, new.inhoud, new.versie, new.vastgelegd_op)
      is distinct from (old.door, old.soort, old.over_dag, old.inhoud, old.versie, old.vastgelegd_op) then
    raise exception 'wie de tekst wijzigt is de schrijver' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger schrijver before update on casus.notitie for each row execute function casus.bewaak_schrijver();
