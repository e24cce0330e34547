-- A person whose data were destroyed at his own request, out of a file that goes on for the others. The mark names
-- nobody: it says why there is a gap, and that names in notes and documents are still to be judged by hand.
create table gezin.gewist (
  id uuid primary key,
  dossier_id uuid not null references toegang.dossier on delete cascade,
  huishoudens uuid[] not null default '{}',
  gewist_op date not null,
  beoordeeld_op date check (beoordeeld_op >= gewist_op),
  beoordeeld_door uuid references toegang.persoon,
  check ((beoordeeld_op is null) = (beoordeeld_door is null))
);
create index gewist_dossier on gezin.gewist (dossier_id);
comment on table gezin.gewist is 'Plaats van een persoon die op verzoek uit dit dossier is gewist; noemt niemand. Ook de taak om namen in notities en documenten te beoordelen';
comment on column gezin.gewist.id is 'Willekeurig kenmerk, niet dat van de persoon [klasse: stelsel]';
comment on column gezin.gewist.dossier_id is 'Dossier dat voor de anderen doorloopt [klasse: stelsel]';
comment on column gezin.gewist.huishoudens is 'Huishoudens in dit dossier waarin de plaats leeg is [klasse: stelsel]';
comment on column gezin.gewist.gewist_op is 'Dag van wissen [klasse: feit]';
comment on column gezin.gewist.beoordeeld_op is 'Dag waarop de namen in notities en documenten zijn beoordeeld; leeg is nog te doen [klasse: feit]';
comment on column gezin.gewist.beoordeeld_door is 'Wie dat deed [klasse: stelsel]';

alter table gezin.gewist enable row level security;
alter table gezin.gewist force row level security;
create policy poort on gezin.gewist for select to la_eigenaar using (true);
create policy stelsel on gezin.gewist for all to la_app
  using (stelsel.is_stelsel()) with check (stelsel.is_stelsel());
create policy lezen on gezin.gewist for select to la_app
  using (dossier_id = any ((select toegang.dossiers())::uuid[]));
create policy beoordelen on gezin.gewist for update to la_app
  using (beoordeeld_op is null and dossier_id = any ((select toegang.dossiers_te_bewerken())::uuid[]))
  with check (beoordeeld_door = stelsel.persoon() and beoordeeld_op = stelsel.vandaag());
-- Only erasure lays down a mark, and only erasure of the whole file takes it away: row security says so.
grant select, insert on gezin.gewist to la_app;
grant update (beoordeeld_op, beoordeeld_door) on gezin.gewist to la_app;
