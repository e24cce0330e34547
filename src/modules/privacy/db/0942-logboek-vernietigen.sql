-- The log of use has a term of its own, and it is carried out. A row of which the term is over goes; its link in the
-- chain stays, with the hash of what stood there, so that the chain is proven as before. The link lets go of the id of
-- the row: without that random id nobody can try out who it was about. Which places went is signed outside the database
-- before a row goes; a place that is empty and not signed is found as removed.
alter table audit.zegel alter column regel drop not null;
comment on column audit.zegel.regel is 'Kenmerk van de verzegelde regel; leeg als die is uitgenomen nadat haar termijn om was [klasse: stelsel]';

create table audit.uitname (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  tijdstip timestamptz not null default clock_timestamp(),
  aantal bigint not null check (aantal > 0)
);
comment on table audit.uitname is 'Dat logregels zijn vernietigd waarvan de termijn om was: wanneer en hoeveel; noemt niemand. Welke plaatsen staat ondertekend buiten de database';
comment on column audit.uitname.id is 'Volgnummer [klasse: stelsel]';
comment on column audit.uitname.xid is 'Transactie: alleen daarin mogen logregels weg [klasse: stelsel]';
comment on column audit.uitname.tijdstip is 'Wanneer [klasse: stelsel]';
comment on column audit.uitname.aantal is 'Aantal logregels [klasse: stelsel]';
alter table audit.uitname enable row level security;
alter table audit.uitname force row level security;
create policy lezen on audit.uitname for select using (audit.mag_lezen());
create policy poort on audit.uitname for select to la_eigenaar using (true);
create policy uitnemen on audit.uitname for insert to la_eigenaar with check (xid = pg_current_xact_id());
grant select on audit.uitname to la_app;
create trigger alleen_toevoegen before update or delete or truncate on audit.uitname
  for each statement execute function audit.weiger();

-- In a transaction that took rows out, rows may go and links let go of them. In no other, by nobody.
create function audit.weiger_buiten_uitname() returns trigger language plpgsql
  security definer set search_path = '' as
$$ begin
  if not exists (select from audit.uitname u where u.xid = pg_current_xact_id_if_assigned()) then
    raise exception 'Het logboek kent alleen toevoegen.' using errcode = '42501';
  end if;
  return null;
end $$;
drop trigger alleen_toevoegen on audit.logregel;
create trigger alleen_toevoegen before update or truncate on audit.logregel
  for each statement execute function audit.weiger();
create trigger alleen_uitnemen before delete on audit.logregel
  for each statement execute function audit.weiger_buiten_uitname();
drop trigger alleen_toevoegen on audit.zegel;
create trigger alleen_toevoegen before delete or truncate on audit.zegel
  for each statement execute function audit.weiger();
create trigger alleen_uitnemen before update on audit.zegel
  for each statement execute function audit.weiger_buiten_uitname();
create policy uitnemen on audit.logregel for delete to la_eigenaar using (true);
create policy poort on audit.zegel for select to la_eigenaar using (true);
create policy uitnemen on audit.zegel for update to la_eigenaar using (true) with check (regel is null);

-- The youngest moment that may go: the general term, by the clock of the database, whatever a caller says.
create function privacy.logboek_ondergrens() returns timestamptz
  language plpgsql stable security definer set search_path = '' as
$$ begin return now() - make_interval(years => (select max(t.jaren) from privacy.bewaartermijn t
   where t.regio is null and t.soort = 'logboek' and t.van <= current_date
     and (t.tot is null or t.tot > current_date))); end $$;

-- Takes the rows at these places out, for the system. Returns how many there were. Refuses when one of them is too young;
-- what is gone already is no objection: after a restore it is repeated from what was signed.
create function audit.neem_uit(plaatsen int8multirange) returns bigint
  language plpgsql volatile security definer set search_path = '' as
$$ declare weg uuid[]; grens timestamptz := privacy.logboek_ondergrens();
begin
  if not stelsel.is_stelsel() then raise exception 'Alleen het stelsel neemt logregels uit.' using errcode = '42501'; end if;
  weg := array(select z.regel from unnest(plaatsen) stuk
    join audit.zegel z on z.volgnummer >= lower(stuk) and z.volgnummer < upper(stuk) where z.regel is not null);
  if cardinality(weg) = 0 then return 0; end if;
  if grens is null or exists (select from audit.logregel l where l.id = any (weg) and l.tijdstip >= grens) then
    raise exception 'De bewaartermijn van deze logregels is niet om.' using errcode = '42501';
  end if;
  insert into audit.uitname (aantal) values (cardinality(weg));
  delete from audit.logregel l where l.id = any (weg);
  update audit.zegel z set regel = null where z.regel = any (weg);
  return cardinality(weg);
end $$;

-- A line for the log says of which year, and recorded before which day; whose the rows are follows from its list.
alter table privacy.vernietigingsregel
  add log_tot date,
  add logregels bigint check (logregels > 0),
  add check ((log_tot is null) = (logregels is null)),
  add check (log_tot is null or (soort = 'logboek' and num_nonnulls(dossier_id, verzoek_id, betrokkene_id) = 0));
comment on column privacy.vernietigingsregel.log_tot is 'Bij het logboek: regels van voor deze dag; leeg bij al het andere [klasse: feit]';
comment on column privacy.vernietigingsregel.logregels is 'Bij het logboek: hoeveel regels het waren bij het voorstel [klasse: feit]';

-- Which organisation answers for a row of the log: the holder of the file, else on whose behalf it was done, else where
-- its actor worked last, else Veilig Thuis (signing in, work of the system).
create function privacy.logorganisatie(details jsonb, wie text) returns uuid
  language sql stable security definer set search_path = '' as
$$ select coalesce(
     (select o.id from toegang.organisatie o where o.id::text = details->>'houder'),
     (select o.id from toegang.organisatie o where o.id::text = details->>'organisatie'),
     (select l.organisatie_id from toegang.lidmaatschap l where 'persoon:' || l.persoon_id = wie
       order by l.van desc, l.id limit 1),
     (select o.id from toegang.organisatie o order by (o.soort = 'veilig_thuis') desc, o.id limit 1)) $$;

-- Files that are held: a hold, a granted restriction, or a request that waits.
create function privacy.vastgehouden() returns setof uuid
  language sql stable security definer set search_path = '' as
$$ select a.dossier_id from privacy.aanhouding a where a.tot is null
   union select m.dossier_id from privacy.merk m where m.tot is null and m.soort = 'beperking'
   union select v.dossier_id from privacy.verzoek v where v.dossier_id is not null
     and v.stand in ('open', 'voorgesteld') and v.soort <> 'vernietiging' $$;

-- Sealed rows for which this organisation answers, recorded before this day and not about what is held. For the system.
create function privacy.vervallen_logregels(van_organisatie uuid, voor date)
  returns table (volgnummer bigint, jaar integer)
  language plpgsql stable security definer set search_path = '' as
$$ declare vast text[]; mensen text[];
begin
  if not stelsel.is_stelsel() then return; end if;
  vast := array(select x::text from privacy.vastgehouden() x);
  mensen := array(select k.betrokkene_id::text from toegang.betrokkenheid k where k.dossier_id::text = any (vast));
  return query with oud as materialized (
      select l.id, l.tijdstip, l.object, l.details, l.actor from audit.logregel l
      where l.tijdstip < (voor::timestamp at time zone 'Europe/Amsterdam')),
    gehouden as materialized (
      select o.id, o.details->>'bij' bij from oud o
      where coalesce(o.details->>'dossier' = any (vast), false)
        or coalesce(o.object = any (vast) or o.object = any (mensen), false))
    select z.volgnummer, extract(year from o.tijdstip at time zone 'Europe/Amsterdam')::int
    from oud o join audit.zegel z on z.regel = o.id
    where privacy.logorganisatie(o.details, o.actor) = van_organisatie
      and not exists (select 1 from gehouden g where g.id = o.id or g.bij = o.id::text);
end $$;

do $$ declare f text; begin
  foreach f in array array['privacy.logboek_ondergrens()', 'privacy.logorganisatie(jsonb, text)',
    'privacy.vastgehouden()', 'privacy.vervallen_logregels(uuid, date)', 'audit.neem_uit(int8multirange)',
    'audit.weiger_buiten_uitname()'] loop
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
grant execute on function privacy.vervallen_logregels(uuid, date), audit.neem_uit(int8multirange) to la_app;
