-- A privacy officer bars somebody from a person or a household that he does not see. He finds by exact identity, as
-- break-glass does, in a counted search, and only whom his own organisation keeps or has a file about. The answer is an
-- opaque id: nothing of who it is. When he is barred himself from any record that carries this identity, nothing is there.
create function gezin.vind_te_weren(termen bytea[], met_huishouden boolean) returns table (mens uuid, huishouden uuid)
  language plpgsql stable security definer rows 10 set search_path = '' as
$$ declare gevonden uuid[]; eigen uuid[];
begin
  if not toegang.is_geteld('identiteit') or cardinality(termen) not between 3 and 40 then return; end if;
  gevonden := array(select z.persoon_id from gezin.zoekterm z where z.term = any (termen)
    group by z.persoon_id having count(distinct z.term) = (select count(distinct t) from unnest(termen) t));
  if exists (select 1 from unnest(gevonden) g where toegang.geweerd_van_mens(g)) then return; end if;
  eigen := array(select g from unnest(gevonden) g
    where exists (select 1 from unnest(toegang.organisaties('privacyfunctionaris')) o
      where toegang.is_verantwoordelijk(o, null, g)) limit 20);
  return query select distinct l.persoon_id, l.huishouden_id from gezin.huishoudlid z
    join gezin.huishouden h on h.id = z.huishouden_id
      and h.organisatie_id = any (toegang.organisaties('privacyfunctionaris'))
      and (h.tot is null or h.tot > stelsel.vandaag())
    join gezin.huishoudlid l on l.huishouden_id = h.id and (l.tot is null or l.tot > stelsel.vandaag())
    where met_huishouden and z.persoon_id = any (eigen) and (z.tot is null or z.tot > stelsel.vandaag());
  -- Whose household nobody recorded is barred himself: asked for more, never less.
  return query select e, null::uuid from unnest(eigen) e where not met_huishouden or not exists (
    select 1 from gezin.huishoudlid l join gezin.huishouden h on h.id = l.huishouden_id
      and h.organisatie_id = any (toegang.organisaties('privacyfunctionaris'))
      and (h.tot is null or h.tot > stelsel.vandaag())
    where l.persoon_id = e and (l.tot is null or l.tot > stelsel.vandaag()));
end $$;

-- A block is taken over with all that it says. One that holds there already for as long is enough; a shorter one is not.
create or replace function gezin.neem_blokkades_over(van_mens uuid, naar_mens uuid) returns void
  language plpgsql volatile security definer set search_path = '' as
$$ declare b toegang.blokkade%rowtype;
begin
  for b in select x.* from toegang.blokkade x
    where x.betrokkene_id = van_mens and (x.tot is null or x.tot > greatest(x.van, stelsel.vandaag()))
    order by x.tot desc nulls first, x.van, x.id loop
    perform gezin.neem_blokkade_over(b, naar_mens);
  end loop;
end $$;

create function gezin.neem_blokkade_over(b toegang.blokkade, naar_mens uuid) returns void
  language plpgsql volatile security definer set search_path = '' as
$$ declare nieuw uuid := gen_random_uuid();
begin
  if exists (select 1 from toegang.blokkade y where y.betrokkene_id = naar_mens and y.persoon_id = b.persoon_id
    and y.van <= greatest(b.van, stelsel.vandaag())
    and coalesce(y.tot, 'infinity') >= coalesce(b.tot, 'infinity')) then return; end if;
  insert into toegang.blokkade (id, persoon_id, organisatie_id, betrokkene_id, reden, van, tot, gegeven_door,
      namens_organisatie, huishouden_id)
    values (nieuw, b.persoon_id, b.organisatie_id, naar_mens, b.reden, b.van, b.tot, b.gegeven_door,
      b.namens_organisatie, b.huishouden_id);
  perform toegang.leg_verwerking_vast(jsonb_build_array(jsonb_build_object('handeling', 'toegang_nemen',
    'soort', 'blokkade', 'object', nieuw, 'dossier', null, 'betrokkenen', jsonb_build_array(naar_mens),
    'activiteit', 'toegang_tot_dossiers', 'uitkomst', 'toegestaan')));
end $$;

-- Who comes into a barred household later is barred with it. Who leaves it stays barred until a privacy officer lifts it.
create function gezin.blokkade_bij_huishoudlid() returns trigger
  language plpgsql volatile security definer set search_path = '' as
$$ declare b toegang.blokkade%rowtype;
begin
  for b in select distinct on (x.persoon_id) x.* from toegang.blokkade x
    where x.huishouden_id = new.huishouden_id and (x.tot is null or x.tot > greatest(x.van, stelsel.vandaag()))
    order by x.persoon_id, x.tot desc nulls first, x.van, x.id loop
    perform gezin.neem_blokkade_over(b, new.persoon_id);
  end loop;
  return null;
end $$;
create trigger blokkade_volgt after insert on gezin.huishoudlid
  for each row execute function gezin.blokkade_bij_huishoudlid();

revoke all on function gezin.vind_te_weren(bytea[], boolean), gezin.neem_blokkade_over(toegang.blokkade, uuid),
  gezin.blokkade_bij_huishoudlid() from public;
grant execute on function gezin.vind_te_weren(bytea[], boolean) to la_app;
