-- Whoever keeps a file must be able to bar somebody from it whom he does not lead: somebody of another organisation of
-- the region who is close to a party could otherwise take break-glass. Only the privacy officer of the organisation that
-- is the controller does so. What he lays is his own: the organisation of who is barred does not see it, because the row
-- tells that there is a file.
alter table toegang.blokkade add column namens_organisatie uuid references toegang.organisatie;
alter table toegang.blokkade add column huishouden_id uuid;
alter table toegang.blokkade add constraint blokkade_huishouden check (huishouden_id is null or betrokkene_id is not null);
create index blokkade_huishouden on toegang.blokkade (huishouden_id) where huishouden_id is not null;
comment on column toegang.blokkade.namens_organisatie is 'Verwerkingsverantwoordelijke die iemand van een andere organisatie weert; leeg is de organisatie van die mens zelf [klasse: stelsel]';
comment on column toegang.blokkade.huishouden_id is 'Huishouden waarvoor de blokkade is gelegd: een nieuw lid valt er ook onder; leeg is alleen deze persoon [klasse: stelsel]';

alter table toegang.zoekactie drop constraint zoekactie_soort_check;
alter table toegang.zoekactie add constraint zoekactie_soort_check
  check (soort in ('radar', 'noodtoegang', 'nummer', 'identiteit', 'aanbod'));

-- Is this organisation the controller of the file, or of the person or a file about him?
create function toegang.is_verantwoordelijk(organisatie uuid, dossier uuid, mens uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select case when dossier is not null then exists (select 1 from toegang.dossier d
     where d.id = dossier and d.organisatie_id = organisatie)
   else exists (select 1 from toegang.betrokkene b where b.id = mens and b.organisatie_id = organisatie)
     or exists (select 1 from toegang.betrokkenheid k join toegang.dossier d on d.id = k.dossier_id
       where k.betrokkene_id = mens and d.organisatie_id = organisatie) end); end $$;

-- May the actor lay this block? Nobody on himself, nor from what he is barred from. For his own organisation as before;
-- for somebody of another one as privacy officer of the controller, in a region that he has that role for.
create function toegang.mag_blokkeren(wie uuid, organisatie uuid, namens uuid, dossier uuid, mens uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select wie <> stelsel.persoon() and case
     when namens is null then wie = any (toegang.mensen_van('teamleider', 'privacyfunctionaris'))
       and organisatie = any (toegang.organisaties('teamleider', 'privacyfunctionaris'))
       and toegang.mag_weren(dossier, mens)
     else namens = any (toegang.organisaties('privacyfunctionaris'))
       and exists (select 1 from toegang.lidmaatschap l where l.persoon_id = wie and l.organisatie_id = organisatie
         and l.rol in ('professional', 'teamleider', 'intaker', 'privacyfunctionaris')
         and l.regio = any (toegang.regios('privacyfunctionaris')))
       and toegang.is_verantwoordelijk(namens, dossier, mens)
       and case when dossier is not null then not toegang.geblokkeerd(dossier)
         else not toegang.geweerd_van_mens(mens) end end); end $$;

-- For which of his organisations may this privacy officer bar somebody of another one? Null for absent, of another
-- controller and barred: one answer.
create function toegang.weert_namens(dossier uuid, mens uuid) returns uuid
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select o from unnest(toegang.organisaties('privacyfunctionaris')) o
   where toegang.is_verantwoordelijk(o, dossier, mens)
     and case when dossier is not null then not toegang.geblokkeerd(dossier) else not toegang.geweerd_van_mens(mens) end
   order by o limit 1); end $$;

-- Who has this work address and a role in casework in a region of this privacy officer: only in a counted search.
create function toegang.vind_te_weren(gezocht bytea) returns table (persoon_id uuid, organisatie_id uuid)
  language plpgsql stable security definer rows 2 set search_path = '' as
$$ #variable_conflict use_column
begin
  if not (toegang.is_geteld('identiteit') or toegang.is_geteld('nummer')) then return; end if;
  return query select distinct l.persoon_id, l.organisatie_id from toegang.persoon p
    join toegang.lidmaatschap l on l.persoon_id = p.id
    where p.email_index = gezocht and p.actief
      and l.rol in ('professional', 'teamleider', 'intaker', 'privacyfunctionaris')
      and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())
      and l.regio = any (toegang.regios('privacyfunctionaris'));
end $$;

drop policy geven on toegang.blokkade;
create policy geven on toegang.blokkade for insert to la_app with check (gegeven_door = stelsel.persoon()
  and van >= stelsel.vandaag() and (tot is null or tot > van)
  and toegang.mag_blokkeren(persoon_id, organisatie_id, namens_organisatie, dossier_id, betrokkene_id));
drop policy lezen on toegang.blokkade;
create policy lezen on toegang.blokkade for select to la_app using (persoon_id <> stelsel.persoon()
  and case when namens_organisatie is null
    then organisatie_id = any ((select toegang.organisaties('teamleider', 'privacyfunctionaris'))::uuid[])
    else namens_organisatie = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[]) end
  and not toegang.geblokkeerd(dossier_id) and not toegang.geweerd_van_mens(betrokkene_id));
drop policy opheffen on toegang.blokkade;
create policy opheffen on toegang.blokkade for update to la_app using (persoon_id <> stelsel.persoon()
  and (tot is null or tot > stelsel.vandaag())
  and coalesce(namens_organisatie, organisatie_id) = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
  and not toegang.geblokkeerd(dossier_id) and not toegang.geweerd_van_mens(betrokkene_id))
  -- One that has not begun ends on its first day: it never held.
  with check (tot = greatest(van, stelsel.vandaag()));

-- Whom an officer barred he must be able to tell apart, also of another organisation.
create function toegang.geweerden() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct b.persoon_id), '{}') from toegang.blokkade b
   where b.namens_organisatie = any (toegang.organisaties('privacyfunctionaris'))
     and b.persoon_id <> stelsel.persoon() and not toegang.geblokkeerd(b.dossier_id)
     and not toegang.geweerd_van_mens(b.betrokkene_id)); end $$;
create policy geweerd on toegang.persoon for select to la_app
  using (id = any ((select toegang.geweerden())::uuid[]));

do $$ declare f text; begin
  foreach f in array array['mag_blokkeren(uuid, uuid, uuid, uuid, uuid)', 'weert_namens(uuid, uuid)',
    'vind_te_weren(bytea)', 'geweerden()'] loop
    execute format('revoke all on function toegang.%s from public', f);
    execute format('grant execute on function toegang.%s to la_app', f);
  end loop;
end $$;
-- Asked by the functions above only: by itself it would tell of any id whose it is.
revoke all on function toegang.is_verantwoordelijk(uuid, uuid, uuid) from public;
