-- The log of use: who did what with which record, and whether it was allowed. Neutral records; the words of
-- the norm live in the room that shows them. Rows are only ever added, also by the owner. One sealer chains
-- them; the signed heads of that chain lie outside the database.
create schema audit;
grant usage on schema audit to la_app, la_aanmelden, la_taken;

-- Details are codes, ids, days and counts, never text that somebody typed.
create function audit.alleen_codes(d jsonb) returns boolean language sql immutable parallel safe as $$
  select jsonb_typeof(d) = 'object' and coalesce(bool_and(
    key ~ '^[a-z][a-z0-9_]{0,40}$' and case jsonb_typeof(value)
      when 'string' then value #>> '{}' ~ '^[a-z0-9_.:-]{1,64}$'
      when 'number' then true when 'boolean' then true when 'null' then true else false end), true)
  from jsonb_each(d) $$;
grant execute on function audit.alleen_codes(jsonb) to la_app, la_aanmelden, la_taken;

create function audit.weiger() returns trigger language plpgsql as
  $$ begin raise exception 'Het logboek kent alleen toevoegen.' using errcode = '42501'; end $$;

create table audit.logregel (
  id uuid primary key default gen_random_uuid(),
  volgorde bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  tijdstip timestamptz not null default clock_timestamp(),
  actor text not null default stelsel.actor() check (actor <> ''),
  handeling text not null check (handeling ~ '^[a-z][a-z0-9_.]{0,80}$'),
  soort text not null check (soort ~ '^[a-z][a-z0-9_.]{0,80}$'),
  object text check (object ~ '^[A-Za-z0-9_.:-]{1,64}$'),
  uitkomst text not null check (uitkomst in ('toegestaan', 'geweigerd')),
  reden text check (reden ~ '^[a-z][a-z0-9_.]{0,80}$'),
  details jsonb not null default '{}' check (audit.alleen_codes(details)),
  inhoud_hash bytea check (octet_length(inhoud_hash) = 32)
);
comment on table audit.logregel is 'Logboek van gebruik: één regel per handeling, alleen toe te voegen';
comment on column audit.logregel.id is 'Kenmerk van de regel, zonder betekenis [klasse: stelsel]';
comment on column audit.logregel.volgorde is 'Volgorde binnen één transactie; tussen transacties zegt zij niets [klasse: stelsel]';
comment on column audit.logregel.xid is 'Transactie waarin de regel is geschreven; bepaalt wanneer zij verzegeld mag worden [klasse: stelsel]';
comment on column audit.logregel.tijdstip is 'Tijdstip van de handeling volgens de database [klasse: stelsel]';
comment on column audit.logregel.actor is 'Wie handelde: publiek, persoon:<kenmerk> of stelsel:<taak> [klasse: stelsel]';
comment on column audit.logregel.handeling is 'Code van de handeling [klasse: stelsel]';
comment on column audit.logregel.soort is 'Code van het soort object waarop de handeling zag [klasse: stelsel]';
comment on column audit.logregel.object is 'Kenmerk van het object, zonder betekenis buiten deze database; leeg bij een lijst [klasse: stelsel]';
comment on column audit.logregel.uitkomst is 'toegestaan of geweigerd [klasse: stelsel]';
comment on column audit.logregel.reden is 'Code van de grond waarop het mocht of van de reden van weigering [klasse: stelsel]';
comment on column audit.logregel.details is 'Nadere codes, kenmerken, dagen en aantallen; nooit getypte tekst [klasse: stelsel]';
comment on column audit.logregel.inhoud_hash is 'SHA-256 van het versleutelde gegeven dat werd gelezen of geschreven [klasse: stelsel]';
create index logregel_xid on audit.logregel (xid, volgorde);
create index logregel_object on audit.logregel (soort, object, tijdstip);
create index logregel_actor on audit.logregel (actor, tijdstip);

create table audit.ketting (
  id uuid primary key default gen_random_uuid(),
  enige boolean not null default true unique check (enige),
  sinds timestamptz not null default now()
);
comment on table audit.ketting is 'De ketting van dit logboek: één rij, die haar van elk ander logboek onderscheidt';
comment on column audit.ketting.id is 'Kenmerk van de ketting, ook genoemd in elke ondertekende wortel [klasse: stelsel]';
comment on column audit.ketting.enige is 'Altijd waar: er is één ketting per database [klasse: stelsel]';
comment on column audit.ketting.sinds is 'Tijdstip waarop de ketting begon [klasse: stelsel]';

create table audit.partij (
  nummer bigint primary key,
  tot_xid xid8 not null,
  voortgezet boolean not null,
  tijdstip timestamptz not null
);
comment on table audit.partij is 'Eén ronde van de verzegelaar';
comment on column audit.partij.nummer is 'Volgnummer van de ronde, zonder gaten [klasse: stelsel]';
comment on column audit.partij.tot_xid is 'Alle transacties hieronder waren afgerond en zijn verzegeld [klasse: stelsel]';
comment on column audit.partij.voortgezet is 'Waar als het logboek hier verderging op een andere databaseserver, met eigen transactienummers [klasse: stelsel]';
comment on column audit.partij.tijdstip is 'Tijdstip van de ronde [klasse: stelsel]';

create table audit.zegel (
  volgnummer bigint primary key,
  partij bigint not null references audit.partij (nummer),
  regel uuid not null unique,
  rij_hash bytea not null check (octet_length(rij_hash) = 32),
  vorige bytea not null check (octet_length(vorige) = 32),
  hash bytea not null check (octet_length(hash) = 32)
);
comment on table audit.zegel is 'Ketting over het logboek: elke schakel sluit één regel en de schakel ervoor in';
comment on column audit.zegel.volgnummer is 'Plaats in de ketting, vanaf 1 en zonder gaten [klasse: stelsel]';
comment on column audit.zegel.partij is 'Ronde waarin de regel is verzegeld [klasse: stelsel]';
comment on column audit.zegel.regel is 'Kenmerk van de verzegelde regel [klasse: stelsel]';
comment on column audit.zegel.rij_hash is 'SHA-256 van de regel in vaste schrijfwijze [klasse: stelsel]';
comment on column audit.zegel.vorige is 'Hash van de schakel hiervoor; nullen bij de eerste [klasse: stelsel]';
comment on column audit.zegel.hash is 'SHA-256 van vorige, volgnummer, ronde en rij_hash [klasse: stelsel]';

alter table audit.logregel enable row level security;
alter table audit.logregel force row level security;
alter table audit.ketting enable row level security;
alter table audit.ketting force row level security;
alter table audit.partij enable row level security;
alter table audit.partij force row level security;
alter table audit.zegel enable row level security;
alter table audit.zegel force row level security;

create function audit.is_verzegelaar() returns boolean language sql stable parallel safe as
  $$ select coalesce(stelsel.actor() = 'stelsel:verzegelaar', false) $$;
-- Who may read the log: the sealer, and the system actor under which an authorised use case reads it.
create function audit.mag_lezen() returns boolean language sql stable parallel safe as
  $$ select coalesce(stelsel.actor() in ('stelsel:verzegelaar', 'stelsel:logboek'), false) $$;
grant execute on function audit.is_verzegelaar(), audit.mag_lezen() to la_app, la_aanmelden, la_taken;

-- Nobody writes in another's name: the actor is not a value that the writer gives.
create policy toevoegen on audit.logregel for insert
  with check (actor = stelsel.actor() and xid = pg_current_xact_id());
create policy lezen on audit.logregel for select using (audit.mag_lezen());
create policy lezen on audit.ketting for select using (audit.mag_lezen());
create policy beginnen on audit.ketting for insert with check (current_user = 'la_eigenaar');
create policy toevoegen on audit.partij for insert with check (audit.is_verzegelaar());
create policy lezen on audit.partij for select using (audit.mag_lezen());
create policy toevoegen on audit.zegel for insert with check (audit.is_verzegelaar());
create policy lezen on audit.zegel for select using (audit.mag_lezen());

grant insert (handeling, soort, object, uitkomst, reden, details, inhoud_hash)
  on audit.logregel to la_app, la_aanmelden, la_taken;
grant select on audit.logregel, audit.ketting, audit.partij, audit.zegel to la_app;
grant insert on audit.partij, audit.zegel to la_app;

create trigger alleen_toevoegen before update or delete or truncate on audit.logregel
  for each statement execute function audit.weiger();
create trigger alleen_toevoegen before update or delete or truncate on audit.ketting
  for each statement execute function audit.weiger();
create trigger alleen_toevoegen before update or delete or truncate on audit.partij
  for each statement execute function audit.weiger();
create trigger alleen_toevoegen before update or delete or truncate on audit.zegel
  for each statement execute function audit.weiger();

insert into audit.ketting default values;
