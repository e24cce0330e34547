-- Who is barred never learns that the file exists. That his own block is hidden from him is not enough: the block of a
-- colleague on the same file, or on somebody in it, tells it just as well, and a privacy officer could lift it.

-- Is the actor barred from this person: by a block on him, or from a file about him?
create function toegang.geweerd_van_mens(mens uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select exists (select 1 from toegang.blokkade b
     where b.persoon_id = stelsel.persoon() and b.betrokkene_id = mens
       and b.van <= stelsel.vandaag() and (b.tot is null or b.tot > stelsel.vandaag()))
   or exists (select 1 from toegang.betrokkenheid k where k.betrokkene_id = mens
     and toegang.geblokkeerd(k.dossier_id))); end $$;
revoke all on function toegang.geweerd_van_mens(uuid) from public;
grant execute on function toegang.geweerd_van_mens(uuid) to la_app;

drop policy lezen on toegang.blokkade;
create policy lezen on toegang.blokkade for select to la_app using (persoon_id <> stelsel.persoon()
  and organisatie_id = any ((select toegang.organisaties('teamleider', 'privacyfunctionaris'))::uuid[])
  and not toegang.geblokkeerd(dossier_id) and not toegang.geweerd_van_mens(betrokkene_id));
drop policy opheffen on toegang.blokkade;
create policy opheffen on toegang.blokkade for update to la_app using (persoon_id <> stelsel.persoon()
  and (tot is null or tot > stelsel.vandaag())
  and organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
  and not toegang.geblokkeerd(dossier_id) and not toegang.geweerd_van_mens(betrokkene_id))
  with check (tot = stelsel.vandaag());

-- The same for giving one: a person from whom the actor is barred is as absent as a file.
create or replace function toegang.mag_weren(dossier uuid, mens uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select case when dossier is not null then exists (select 1 from toegang.dossier d where d.id = dossier
     and (d.id = any (toegang.te_verdelen()) or d.id = any (toegang.dossiers())
       or d.regio = any (toegang.regios('privacyfunctionaris'))))
     and not toegang.geblokkeerd(dossier)
   else exists (select 1 from toegang.betrokkene b where b.id = mens
     and (b.id = any (toegang.betrokkenen()) or b.regio = any (toegang.regios('privacyfunctionaris'))))
     and not toegang.geweerd_van_mens(mens) end $$;
