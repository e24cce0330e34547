-- Destruction on request of what is recorded of one person, while the file of the others goes on (Wmo 2015 art. 5.3.5,
-- Jeugdwet art. 7.3.9). The same list and the same two people as for a whole file.
alter table privacy.verzoek add column omvang text check (omvang in ('dossier', 'persoon'));
alter table privacy.verzoek add check (omvang is null or soort = 'vernietiging');
comment on column privacy.verzoek.omvang is 'Bij een toegewezen vernietiging: het hele dossier, of alleen deze persoon [klasse: feit]';
grant update (omvang) on privacy.verzoek to la_app;

alter table privacy.vernietigingslijst add column omvang text not null default 'dossier'
  check (omvang in ('dossier', 'persoon'));
comment on column privacy.vernietigingslijst.omvang is 'Wat een regel van deze lijst vernietigt: een heel dossier, of één persoon [klasse: feit]';
-- What a line destroys follows from its list: a line that lost its person never becomes one of a whole file.
alter table privacy.vernietigingsregel add column betrokkene_id uuid references toegang.betrokkene on delete set null;
create index vernietigingsregel_betrokkene on privacy.vernietigingsregel (betrokkene_id);
comment on column privacy.vernietigingsregel.betrokkene_id is 'Persoon, op een lijst van personen; leeg na vernietiging [klasse: stelsel]';

comment on column privacy.vernietiging.aantal is 'Aantal dossiers, of personen op een lijst van personen [klasse: feit]';

-- What one party said goes with that party, also out of old copies: a key of its own, not that of the file.
alter table casus.verklaring add column sleutel_id text;
comment on column casus.verklaring.sleutel_id is 'Eigen sleutel van deze verklaring in de kluis; leeg is de sleutel van het dossier, voor wat eerder is vastgelegd [klasse: stelsel]';

-- What stands in the way of destroying one person alone, for who may decide on it: another organisation that recorded
-- him or holds a file about him has a duty of its own; holds on any of his files; a request of his that still waits.
create function privacy.persoonsfeiten(mens uuid, verantwoordelijke uuid)
  returns table (anderen boolean, aanhoudingen text[], verzoek_loopt boolean)
  language sql stable security definer set search_path = '' as
$$ with wie as (select array(select privacy.zelfde(mens)) ids),
     waar as (select array(select distinct k.dossier_id from toegang.betrokkenheid k, wie where k.betrokkene_id = any (wie.ids)) ids)
   select exists (select 1 from toegang.betrokkene b where b.id = any (wie.ids) and b.organisatie_id <> verantwoordelijke)
       or exists (select 1 from toegang.dossier d where d.id = any (waar.ids) and d.organisatie_id <> verantwoordelijke)
       or exists (select 1 from toegang.overdracht o where o.dossier_id = any (waar.ids) and o.stand = 'aanvaard'
         and o.naar_organisatie <> verantwoordelijke),
     array(select distinct a.grond from privacy.aanhouding a where a.dossier_id = any (waar.ids) and a.tot is null order by 1),
     exists (select 1 from privacy.verzoek v where v.betrokkene_id = any (wie.ids)
       and v.stand in ('open', 'voorgesteld') and v.soort <> 'vernietiging')
   from wie, waar
   where exists (select 1 from toegang.betrokkene b where b.id = mens)
     and (stelsel.is_stelsel() or verantwoordelijke = any (toegang.organisaties('privacyfunctionaris'))
       or waar.ids && toegang.dossiers_voor('regie')) $$;

-- Barred from one of his files is barred from his line.
create function privacy.persoon_geweerd(mens uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select exists (select 1 from toegang.betrokkenheid k
   where k.betrokkene_id in (select privacy.zelfde(mens)) and toegang.geblokkeerd(k.dossier_id)) $$;
-- The numbers of the files that the people on a list are in: a privacy officer knows a person by those or by nothing.
create function privacy.nummers_op_lijst(gevraagd uuid) returns table (betrokkene uuid, nummer text)
  language sql stable security definer set search_path = '' as
$$ select distinct r.betrokkene_id, c.nummer from privacy.vernietigingsregel r
   join toegang.betrokkenheid k on k.betrokkene_id in (select privacy.zelfde(r.betrokkene_id))
   join casus.casus c on c.id = k.dossier_id
   where r.lijst_id = gevraagd and c.organisatie_id = any (toegang.organisaties('privacyfunctionaris'))
     and not privacy.persoon_geweerd(r.betrokkene_id) order by 2 $$;

-- What is proposed to be destroyed is what is decided.
create function privacy.zelfde_omvang() returns trigger language plpgsql as $$
begin
  if new.tweede_door is not null and not stelsel.is_stelsel() and new.omvang is distinct from old.omvang then
    raise exception 'Wat is voorgesteld, wordt zo besloten of opnieuw voorgesteld.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger zelfde_omvang before update on privacy.verzoek for each row execute function privacy.zelfde_omvang();

create or replace function privacy.sleutels_van(gezocht uuid) returns setof text language sql stable as
$$ select sleutel_id from casus.sleutel where casus_id = gezocht
   union select sleutel_id from casus.concept where casus_id = gezocht
   union select sleutel_id from casus.verklaring where casus_id = gezocht and sleutel_id is not null
   union select sleutel_id from gezin.geheim_adres where dossier_id = gezocht
   union select sleutel_id from toegang.noodtoegang where dossier_id = gezocht
   union select sleutel_id from privacy.verzoek where dossier_id = gezocht and sleutel_id is not null $$;
create or replace function privacy.sleutels_in_gebruik(gevraagd text[]) returns setof text language sql stable as
$$ select s from unnest(gevraagd) s where
     exists (select 1 from toegang.persoon where sleutel_id = s) or exists (select 1 from gezin.persoon where sleutel_id = s)
     or exists (select 1 from gezin.geheim_adres where sleutel_id = s) or exists (select 1 from casus.sleutel where sleutel_id = s)
     or exists (select 1 from casus.concept where sleutel_id = s) or exists (select 1 from toegang.noodtoegang where sleutel_id = s)
     or exists (select 1 from casus.verklaring where sleutel_id = s)
     or exists (select 1 from toegang.bewaard_verzoek where sleutel_id = s)
     or exists (select 1 from toegang.aanmelddienst where sleutel_id = s) or exists (select 1 from privacy.verzoek where sleutel_id = s) $$;

revoke all on function privacy.persoonsfeiten(uuid, uuid), privacy.persoon_geweerd(uuid),
  privacy.nummers_op_lijst(uuid), privacy.zelfde_omvang() from public;
grant execute on function privacy.persoonsfeiten(uuid, uuid), privacy.persoon_geweerd(uuid),
  privacy.nummers_op_lijst(uuid), privacy.zelfde_omvang() to la_app;

create policy persoon_geweerd_lezen on privacy.vernietigingsregel as restrictive for select to la_app
  using (stelsel.is_stelsel() or betrokkene_id is null or not privacy.persoon_geweerd(betrokkene_id));
create policy persoon_geweerd_akkoord on privacy.vernietigingsregel as restrictive for update to la_app
  using (stelsel.is_stelsel() or betrokkene_id is null or not privacy.persoon_geweerd(betrokkene_id));
