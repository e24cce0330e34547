-- Whoever works with files and loses the second step gets back in through the organisation: two other people of it
-- agree, at least one of them an account administrator. A mailbox, or one colleague, opens nothing.
create table toegang.herstelverzoek (
  id uuid primary key,
  persoon_id uuid not null references toegang.persoon,
  organisatie_id uuid not null references toegang.organisatie,
  stand text not null default 'open' check (stand in ('open', 'akkoord', 'gebruikt', 'afgewezen')),
  gevraagd_op timestamptz not null,
  vervalt timestamptz not null check (vervalt > gevraagd_op and vervalt <= gevraagd_op + interval '7 days'),
  code_hash bytea check (length(code_hash) = 32),
  code_vervalt timestamptz,
  afgerond_op timestamptz,
  check ((code_hash is null) = (stand in ('open', 'afgewezen'))),
  check ((code_hash is null) = (code_vervalt is null))
);
create index herstelverzoek_persoon on toegang.herstelverzoek (persoon_id, stand);
create index herstelverzoek_organisatie on toegang.herstelverzoek (organisatie_id, stand);
comment on table toegang.herstelverzoek is 'Vraag om iemand zonder tweede stap weer toegang te geven, te beslissen door twee anderen';
comment on column toegang.herstelverzoek.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column toegang.herstelverzoek.persoon_id is 'Wie de tweede stap kwijt is [klasse: stelsel]';
comment on column toegang.herstelverzoek.organisatie_id is 'Organisatie die beslist [klasse: feit]';
comment on column toegang.herstelverzoek.stand is 'open, akkoord, gebruikt of afgewezen [klasse: feit]';
comment on column toegang.herstelverzoek.gevraagd_op is 'Wanneer [klasse: feit]';
comment on column toegang.herstelverzoek.vervalt is 'Daarna kan niemand meer instemmen [klasse: feit]';
comment on column toegang.herstelverzoek.code_hash is 'SHA-256 van de herstelcode; de code zelf staat nergens [klasse: stelsel]';
comment on column toegang.herstelverzoek.code_vervalt is 'De code werkt tot [klasse: stelsel]';
comment on column toegang.herstelverzoek.afgerond_op is 'Wanneer de code is gebruikt of het verzoek is afgewezen [klasse: feit]';

create table toegang.herstelakkoord (
  herstelverzoek_id uuid not null references toegang.herstelverzoek,
  persoon_id uuid not null references toegang.persoon,
  rol text not null check (rol in ('teamleider', 'accountbeheerder')),
  gegeven_op timestamptz not null,
  primary key (herstelverzoek_id, persoon_id)
);
comment on table toegang.herstelakkoord is 'Instemming van één mens met een herstelverzoek';
comment on column toegang.herstelakkoord.herstelverzoek_id is 'Verzoek [klasse: stelsel]';
comment on column toegang.herstelakkoord.persoon_id is 'Wie instemde, nooit wie de tweede stap kwijt is [klasse: stelsel]';
comment on column toegang.herstelakkoord.rol is 'In welke rol [klasse: feit]';
comment on column toegang.herstelakkoord.gegeven_op is 'Wanneer [klasse: feit]';

-- In which role the actor may decide for this organisation today; null is not. Account administrator goes first.
create function toegang.herstelrol(organisatie uuid) returns text
  language sql stable security definer set search_path = '' as
$$ select min(l.rol) from toegang.lidmaatschap l join toegang.persoon p on p.id = l.persoon_id and p.actief
   where l.persoon_id = stelsel.persoon() and l.organisatie_id = organisatie
     and l.rol in ('accountbeheerder', 'teamleider')
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag()) $$;
-- People with a casework role in an organisation for which the actor decides; never the actor himself.
create function toegang.herstelbaar() returns table (persoon_id uuid, organisatie_id uuid)
  language sql stable security definer rows 50 set search_path = '' as
$$ select distinct l.persoon_id, l.organisatie_id from toegang.lidmaatschap ik
   join toegang.persoon mij on mij.id = ik.persoon_id and mij.actief
   join toegang.lidmaatschap l on l.organisatie_id = ik.organisatie_id
   join toegang.persoon p on p.id = l.persoon_id and p.actief
   where ik.persoon_id = stelsel.persoon() and ik.rol in ('accountbeheerder', 'teamleider')
     and ik.van <= stelsel.vandaag() and (ik.tot is null or ik.tot > stelsel.vandaag())
     and l.persoon_id <> ik.persoon_id and l.rol in ('professional', 'teamleider', 'intaker', 'privacyfunctionaris')
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag()) $$;
-- Have two different others agreed, one of them an account administrator?
create function toegang.herstel_genoeg(verzoek uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select count(*) >= 2 and bool_or(a.rol = 'accountbeheerder') from toegang.herstelakkoord a
   join toegang.herstelverzoek v on v.id = a.herstelverzoek_id
   where a.herstelverzoek_id = verzoek and a.persoon_id <> v.persoon_id $$;
revoke all on function toegang.herstelrol(uuid), toegang.herstelbaar(), toegang.herstel_genoeg(uuid) from public;
grant execute on function toegang.herstelrol(uuid), toegang.herstelbaar(), toegang.herstel_genoeg(uuid) to la_app;

-- Whatever writes, the system too: no code without two people, and no way back.
create function toegang.bewaak_herstel() returns trigger language plpgsql set search_path = '' as
$$ begin
  if new.persoon_id <> old.persoon_id or new.organisatie_id <> old.organisatie_id then
    raise exception 'Een herstelverzoek blijft van dezelfde mens.' using errcode = '42501';
  end if;
  if new.stand in ('akkoord', 'gebruikt') and not coalesce(toegang.herstel_genoeg(new.id), false) then
    raise exception 'Een herstelverzoek vraagt twee mensen.' using errcode = '42501';
  end if;
  if new.stand <> old.stand and (old.stand, new.stand) not in
    (('open', 'akkoord'), ('open', 'afgewezen'), ('akkoord', 'gebruikt'), ('akkoord', 'afgewezen')) then
    raise exception 'Een herstelverzoek gaat niet terug.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger bewaak_herstel before update on toegang.herstelverzoek
  for each row execute function toegang.bewaak_herstel();

alter table toegang.herstelverzoek enable row level security;
alter table toegang.herstelverzoek force row level security;
alter table toegang.herstelakkoord enable row level security;
alter table toegang.herstelakkoord force row level security;
create policy poort on toegang.herstelverzoek for select to la_eigenaar using (true);
create policy poort on toegang.herstelakkoord for select to la_eigenaar using (true);
-- Using the code happens before anyone is signed in.
create policy stelsel_lezen on toegang.herstelverzoek for select to la_app using (stelsel.is_stelsel());
create policy stelsel_gebruiken on toegang.herstelverzoek for update to la_app
  using (stelsel.is_stelsel() and stand = 'akkoord') with check (stelsel.is_stelsel() and stand = 'gebruikt');
create policy lezen on toegang.herstelverzoek for select to la_app
  using (persoon_id is distinct from stelsel.persoon() and toegang.herstelrol(organisatie_id) is not null);
create policy vragen on toegang.herstelverzoek for insert to la_app with check (stand = 'open'
  and (persoon_id, organisatie_id) in (select h.persoon_id, h.organisatie_id from toegang.herstelbaar() h));
create policy beslissen on toegang.herstelverzoek for update to la_app
  using (persoon_id is distinct from stelsel.persoon() and toegang.herstelrol(organisatie_id) is not null)
  with check (stand in ('akkoord', 'afgewezen'));
create policy lezen on toegang.herstelakkoord for select to la_app
  using (exists (select 1 from toegang.herstelverzoek v where v.id = herstelverzoek_id));
create policy instemmen on toegang.herstelakkoord for insert to la_app with check (persoon_id = stelsel.persoon()
  and exists (select 1 from toegang.herstelverzoek v where v.id = herstelverzoek_id and v.stand = 'open'
    and v.persoon_id <> stelsel.persoon() and toegang.herstelrol(v.organisatie_id) = herstelakkoord.rol));
grant select, insert on toegang.herstelverzoek, toegang.herstelakkoord to la_app;
grant update (stand, code_hash, code_vervalt, afgerond_op) on toegang.herstelverzoek to la_app;

-- Who decides must be able to read whom it is about and who agreed before him.
create policy herstel on toegang.persoon for select to la_app using (
  id in (select h.persoon_id from toegang.herstelbaar() h)
  or id in (select a.persoon_id from toegang.herstelakkoord a));
