-- What a public source printed, as a release of its own kind: taken over as printed, not protected, and marked as such. It has
-- no truth, no audit and no proof behind it; its figures can be nothing but what the source has in public.
alter table datalab.publicatie
  add column bron_id text references datalab.bron,
  add column vervangen_door uuid references datalab.publicatie;
comment on column datalab.publicatie.bron_id is 'Openbare bron waaruit is overgenomen; leeg bij een eigen publicatie [klasse: feit]';
comment on column datalab.publicatie.vervangen_door is 'Publicatie die deze verving toen de bron iets anders drukte [klasse: feit]';
comment on column datalab.publicatie.methode is 'Afronden, onderdrukken, of overgenomen zoals de bron drukt [klasse: feit]';

-- The two conditions that know of one kind only make room for the other.
do $$
declare c record;
begin
  for c in select conname from pg_catalog.pg_constraint
    where conrelid = 'datalab.publicatie'::regclass and contype = 'c'
      and (pg_get_constraintdef(oid) like '%onderdrukken%' or pg_get_constraintdef(oid) like '%vier_ogen%')
  loop
    execute format('alter table datalab.publicatie drop constraint %I', c.conname);
  end loop;
end $$;
alter table datalab.publicatie
  add check (methode in ('afronden', 'onderdrukken', 'overgenomen')),
  add check ((methode = 'overgenomen') = (bron_id is not null)),
  add check (vervangen_door is null or methode = 'overgenomen'),
  add constraint publicatie_poort check (toestand not in ('gepubliceerd', 'ingetrokken') or (zegel <> '' and gepubliceerd is not null
    and case when methode = 'overgenomen' then waarborg is null and not bewezen and not vier_ogen
      else coalesce(waarborg = 'veilig', false) and bewezen and vier_ogen end));

create or replace function datalab.publicatie_staat_vast() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.toestand in ('ingetrokken', 'vervallen') then
    raise exception 'deze publicatie staat vast' using errcode = 'check_violation';
  end if;
  -- Published is for ever: only withdrawal is added to it, and once by what it was replaced.
  if old.toestand = 'gepubliceerd' and not (
      (new.toestand = 'ingetrokken' and (to_jsonb(new) - array['toestand', 'ingetrokken', 'reden_intrekking', 'versie'])
        = (to_jsonb(old) - array['toestand', 'ingetrokken', 'reden_intrekking', 'versie']))
      or (old.vervangen_door is null and new.vervangen_door is not null
        and (to_jsonb(new) - array['vervangen_door', 'versie']) = (to_jsonb(old) - array['vervangen_door', 'versie']))) then
    raise exception 'een publicatie in druk wijzigt niet' using errcode = 'check_violation';
  end if;
  -- What the audit and the proof found is written by the work that found it, and by nobody's hand.
  if (new.waarborg, new.bewezen, new.ruim, new.basis, new.optellingen)
      is distinct from (old.waarborg, old.bewezen, old.ruim, old.basis, old.optellingen)
      and not datalab.is_rekenaar() then
    raise exception 'wat de toets vond schrijft alleen de toets' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- Nobody approves what a source printed itself.
create or replace function datalab.eis_vier_ogen() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.methode <> 'overgenomen' and new.toestand = 'gepubliceerd' and old.toestand <> 'gepubliceerd' and not exists (
      select 1 from datalab.publicatie_werk w where w.publicatie_id = new.id
        and w.goedgekeurd_door = stelsel.actor() and w.goedgekeurd_door <> w.voorbereid_door) then
    raise exception 'wie voorbereidt keurt niet goed' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- What a source prints in public of a region, as cells of a release: what was counted, and signs; no plans, targets or
-- budgets. What it contradicts itself about is left out.
create function datalab.overneembaar(regio text, bron text) returns table (volgorde int, indicator text, definitieversie int,
  plaatssoort text, plaats text, plaatsnaam text, periode text, van date, tot date, getoond int, aard text, stap int)
  language sql stable set search_path = '' as $$
  select (row_number() over (order by a.indicator, a.definitieversie, a.plaatssoort, a.plaats, a.van, a.tot))::int,
    a.indicator, a.definitieversie, a.plaatssoort, a.plaats, min(a.plaatsnaam), min(a.periode), a.van, a.tot,
    min(a.waarde)::int, case when min(a.waarde) is null then 'weggelaten'
      when max(a.rondingsstap) is null then 'exact' else 'gerond' end, max(a.rondingsstap)::int
  from datalab.actuele_waarneming a
  join datalab.indicator i on i.code = a.indicator and i.definitieversie = a.definitieversie
  where i.inhoud->>'soort' = 'gemeten' and a.regio = overneembaar.regio and a.bron_id = overneembaar.bron and a.openbaarheid = 'openbaar_in_bron'
    and a.eenheid = 'aantal' and a.plaatssoort in ('gemeente', 'subregio', 'regio')
    and (a.waarde is null or (a.waarde = trunc(a.waarde) and a.waarde between 0 and 2147483647))
  group by a.indicator, a.definitieversie, a.plaatssoort, a.plaats, a.van, a.tot
  having count(distinct coalesce(a.waarde, -1)) = 1
$$;

-- The only way to figures in such a release. As definer: nobody writes them by hand.
create function datalab.neem_over(publicatie uuid) returns int language plpgsql security definer set search_path = '' as $$
declare p record; n int;
begin
  select x.regio, x.bron_id into p from datalab.publicatie x
    where x.id = publicatie and x.methode = 'overgenomen' and x.toestand = 'concept';
  if p is null or not (datalab.is_inlezer() or datalab.mag_publiceren(p.regio)) then
    raise exception 'dit is geen publicatie om over te nemen' using errcode = 'check_violation';
  end if;
  insert into datalab.publicatie_cel (publicatie_id, naam, volgorde, indicator, definitieversie, plaatssoort, plaats,
      plaatsnaam, periode, van, tot, getoond, aard, nul_gevoelig)
    select publicatie, 'c' || o.volgorde, o.volgorde, o.indicator, o.definitieversie, o.plaatssoort, o.plaats, o.plaatsnaam,
      o.periode, o.van, o.tot, o.getoond, o.aard, false
    from datalab.overneembaar(p.regio, p.bron_id) o;
  get diagnostics n = row_count;
  return n;
end $$;
revoke all on function datalab.neem_over(uuid) from public;
grant execute on function datalab.neem_over(uuid), datalab.overneembaar(text, text) to la_app;
create policy poort on datalab.indicator for select to la_eigenaar using (true);
create policy poort on datalab.publicatie_cel for all to la_eigenaar using (true) with check (true);

-- The work that protects makes no cells of what is taken over.
drop policy schrijven on datalab.publicatie_cel;
create policy schrijven on datalab.publicatie_cel for insert to la_app with check (datalab.is_rekenaar() and exists (
  select 1 from datalab.publicatie p where p.id = publicatie_id and p.methode <> 'overgenomen'));

-- What arrives with a release of the platform is followed by the actor that brings it.
create policy inlezer_leest on datalab.publicatie for select to la_app
  using (datalab.is_inlezer() and methode = 'overgenomen');
create policy inlezer_maakt on datalab.publicatie for insert to la_app with check (datalab.is_inlezer()
  and methode = 'overgenomen' and toestand = 'concept' and waarborg is null and not bewezen and not vier_ogen);
create policy inlezer_wijzigt on datalab.publicatie for update to la_app
  using (datalab.is_inlezer() and methode = 'overgenomen');
create policy inlezer_leest on datalab.publicatie_cel for select to la_app using (datalab.is_inlezer() and exists (
  select 1 from datalab.publicatie p where p.id = publicatie_id and p.methode = 'overgenomen'));
grant update (vervangen_door) on datalab.publicatie to la_app;
