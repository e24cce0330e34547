-- A person changes at most his own name and address; whether he may sign in is for who administers him.
revoke update on toegang.persoon from la_app;
grant update (aanmeld_id, naam, email, email_index, sleutel_id, actief) on toegang.persoon to la_app;
create function toegang.bewaak_actief() returns trigger language plpgsql as
$$ begin
  if new.actief is distinct from old.actief and not stelsel.is_stelsel() and new.id = stelsel.persoon() then
    raise exception 'Niemand schakelt zichzelf in of uit.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger bewaak_actief before update on toegang.persoon for each row execute function toegang.bewaak_actief();
