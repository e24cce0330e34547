-- One person can stand in two records. Who is barred from the one is barred from the other, from the moment that a human
-- says that they are one: also for a block that is given later. Undoing the merge leaves the blocks, which a privacy
-- officer can lift: too much barred is seen and mended, too little is not.
create policy overnemen on toegang.blokkade for insert to la_eigenaar with check (betrokkene_id is not null);

create function gezin.neem_blokkades_over(van_mens uuid, naar_mens uuid) returns void
  language plpgsql volatile security definer set search_path = '' as
$$ declare b record; nieuw uuid;
begin
  for b in select distinct on (x.persoon_id, x.organisatie_id) x.* from toegang.blokkade x
    where x.betrokkene_id = van_mens and (x.tot is null or x.tot > stelsel.vandaag())
      and not exists (select 1 from toegang.blokkade y where y.betrokkene_id = naar_mens
        and y.persoon_id = x.persoon_id and (y.tot is null or y.tot > stelsel.vandaag()))
    order by x.persoon_id, x.organisatie_id, x.van loop
    nieuw := gen_random_uuid();
    insert into toegang.blokkade (id, persoon_id, organisatie_id, betrokkene_id, reden, van, tot, gegeven_door)
      values (nieuw, b.persoon_id, b.organisatie_id, naar_mens, b.reden, b.van, b.tot, b.gegeven_door);
    perform toegang.leg_verwerking_vast(jsonb_build_array(jsonb_build_object('handeling', 'toegang_nemen',
      'soort', 'blokkade', 'object', nieuw, 'dossier', null, 'betrokkenen', jsonb_build_array(naar_mens),
      'activiteit', 'toegang_tot_dossiers', 'uitkomst', 'toegestaan')));
  end loop;
end $$;

create function gezin.blokkade_bij_samenvoegen() returns trigger
  language plpgsql volatile security definer set search_path = '' as
$$ begin
  if new.stand = 'bevestigd' then
    perform gezin.neem_blokkades_over(new.blijft_id, new.opgegaan_id);
    perform gezin.neem_blokkades_over(new.opgegaan_id, new.blijft_id);
  end if;
  return null;
end $$;
create trigger blokkade_volgt after insert or update of stand on gezin.samenvoeging
  for each row execute function gezin.blokkade_bij_samenvoegen();

create function gezin.blokkade_bij_geven() returns trigger
  language plpgsql volatile security definer set search_path = '' as
$$ declare ander uuid;
begin
  for ander in select case when s.blijft_id = new.betrokkene_id then s.opgegaan_id else s.blijft_id end
    from gezin.samenvoeging s where s.stand = 'bevestigd' and new.betrokkene_id in (s.blijft_id, s.opgegaan_id) loop
    perform gezin.neem_blokkades_over(new.betrokkene_id, ander);
  end loop;
  return null;
end $$;
create trigger blokkade_volgt after insert on toegang.blokkade
  for each row when (new.betrokkene_id is not null) execute function gezin.blokkade_bij_geven();
revoke all on function gezin.neem_blokkades_over(uuid, uuid), gezin.blokkade_bij_samenvoegen(),
  gezin.blokkade_bij_geven() from public;
