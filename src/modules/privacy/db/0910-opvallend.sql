-- Use of personal data that somebody should look at: what, by which rule, and what the privacy officer found. A list of
-- questions, never a score of a person.
create table privacy.opvallend (
  id uuid primary key default gen_random_uuid(),
  regel text not null check (regel in ('omvang', 'stille_uren', 'geen_taak', 'zoeken', 'noodtoegang', 'uitvoer')),
  persoon_id uuid not null references toegang.persoon,
  organisatie_id uuid not null references toegang.organisatie,
  dag date not null,
  dossier_id uuid references toegang.dossier on delete cascade,
  aantal integer not null check (aantal > 0),
  drempel integer not null check (drempel > 0),
  gezien_op timestamptz not null default now(),
  oordeel text check (oordeel in ('verklaard', 'nagevraagd', 'onterecht')),
  beoordeeld_door uuid references toegang.persoon,
  beoordeeld_op timestamptz,
  check ((oordeel is null) = (beoordeeld_op is null)),
  check (beoordeeld_door is null or beoordeeld_door <> persoon_id)
);
create unique index opvallend_eens on privacy.opvallend (regel, persoon_id, organisatie_id, dag, dossier_id) nulls not distinct;
create index opvallend_open on privacy.opvallend (organisatie_id, dag) where oordeel is null;
comment on table privacy.opvallend is 'Gebruik dat vraagt om nakijken: wat, volgens welke regel, en wat de privacyfunctionaris vond';
comment on column privacy.opvallend.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column privacy.opvallend.regel is 'Code van de regel [klasse: feit]';
comment on column privacy.opvallend.persoon_id is 'Gebruiker [klasse: stelsel]';
comment on column privacy.opvallend.organisatie_id is 'Organisatie namens welke [klasse: stelsel]';
comment on column privacy.opvallend.dag is 'Dag van het gebruik [klasse: feit]';
comment on column privacy.opvallend.dossier_id is 'Dossier, waar de regel over een dossier gaat [klasse: stelsel]';
comment on column privacy.opvallend.aantal is 'Hoeveel er op die dag werd geteld [klasse: feit]';
comment on column privacy.opvallend.drempel is 'Grens die toen gold [klasse: feit]';
comment on column privacy.opvallend.gezien_op is 'Wanneer de regel dit vond [klasse: stelsel]';
comment on column privacy.opvallend.oordeel is 'Wat de privacyfunctionaris vond; leeg is nog te beoordelen [klasse: feit]';
comment on column privacy.opvallend.beoordeeld_door is 'Wie oordeelde [klasse: stelsel]';
comment on column privacy.opvallend.beoordeeld_op is 'Wanneer [klasse: stelsel]';

alter table privacy.opvallend enable row level security;
alter table privacy.opvallend force row level security;
create policy stelsel on privacy.opvallend for all to la_app using (stelsel.is_stelsel()) with check (stelsel.is_stelsel());
-- Nobody sees or judges a line about himself, or about a file from which he is barred.
create policy lezen on privacy.opvallend for select to la_app using (
  organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
  and persoon_id <> stelsel.persoon() and (dossier_id is null or not toegang.geblokkeerd(dossier_id)));
create policy beoordelen on privacy.opvallend for update to la_app using (oordeel is null
  and organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
  and persoon_id <> stelsel.persoon() and (dossier_id is null or not toegang.geblokkeerd(dossier_id)))
  with check (beoordeeld_door = stelsel.persoon());
grant select, insert on privacy.opvallend to la_app;
grant update (oordeel, beoordeeld_door, beoordeeld_op) on privacy.opvallend to la_app;
