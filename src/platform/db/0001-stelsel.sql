-- The ground of every room: who acts, on which day, and the indelible mark of a demonstration.
create schema if not exists stelsel;
grant usage on schema stelsel to la_app, la_aanmelden, la_taken;

-- The actor of this transaction. Empty is nobody: set_config reads back as '' after a transaction.
create function stelsel.actor() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('la.actor', true), '') $$;
create function stelsel.is_stelsel() returns boolean language sql stable parallel safe as
  $$ select coalesce(stelsel.actor() like 'stelsel:%', false) $$;
-- The person who acts, or null for the public and for the system.
create function stelsel.persoon() returns uuid language sql stable parallel safe as
  $$ select case when stelsel.actor() like 'persoon:%' then substr(stelsel.actor(), 9)::uuid end $$;
-- The calendar day, given by the application: no hidden clock in a policy.
create function stelsel.vandaag() returns date language sql stable parallel safe as
  $$ select nullif(current_setting('la.vandaag', true), '')::date $$;
grant execute on all functions in schema stelsel to la_app, la_aanmelden, la_taken;

-- Names sort as a Dutch reader expects, the same on every PostgreSQL.
create collation stelsel.nl (provider = icu, locale = 'nl-NL');

create table stelsel.kenmerk (
  sleutel text primary key,
  waarde text not null,
  sinds timestamptz not null default now()
);
comment on table stelsel.kenmerk is 'Onuitwisbare kenmerken van deze database, zoals het merk van een demonstratie';
comment on column stelsel.kenmerk.sleutel is 'Naam van het kenmerk [klasse: stelsel]';
comment on column stelsel.kenmerk.waarde is 'Waarde van het kenmerk [klasse: stelsel]';
comment on column stelsel.kenmerk.sinds is 'Tijdstip waarop het kenmerk is gezet [klasse: stelsel]';
alter table stelsel.kenmerk enable row level security;
alter table stelsel.kenmerk force row level security;
create policy lezen on stelsel.kenmerk for select using (true);
create policy zetten on stelsel.kenmerk for insert with check (current_user = 'la_eigenaar');
grant select on stelsel.kenmerk to la_app, la_aanmelden, la_taken;
-- Nobody changes or removes a mark, not even the owner by accident.
create function stelsel.weiger() returns trigger language plpgsql as
  $$ begin raise exception 'Een kenmerk van deze database is onuitwisbaar.' using errcode = '42501'; end $$;
create trigger onuitwisbaar before update or delete or truncate on stelsel.kenmerk
  for each statement execute function stelsel.weiger();
