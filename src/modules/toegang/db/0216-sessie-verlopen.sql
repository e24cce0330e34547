-- A session that has run out stays known as such: its owner's unfinished form is kept for him, and nothing that
-- changes later (a role that ends, a clock) brings the session back.
alter table aanmelden.session add column verlopen timestamptz;
comment on column aanmelden.session.verlopen is 'Tijdstip waarop is gezien dat de sessie was verlopen; leeg is geldig [klasse: stelsel]';

create table toegang.bewaard_verzoek (
  id uuid primary key,
  persoon_id uuid not null references toegang.persoon,
  sleutel_id text not null,
  inhoud bytea not null,
  bewaard_op timestamptz not null,
  vervalt timestamptz not null check (vervalt > bewaard_op and vervalt <= bewaard_op + interval '24 hours')
);
create index bewaard_verzoek_persoon on toegang.bewaard_verzoek (persoon_id, bewaard_op);
create index bewaard_verzoek_vervalt on toegang.bewaard_verzoek (vervalt);
comment on table toegang.bewaard_verzoek is 'Formulier dat werd verstuurd toen de sessie al was verlopen: alleen voor wie het typte, eenmaal';
comment on column toegang.bewaard_verzoek.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column toegang.bewaard_verzoek.persoon_id is 'Wie typte [klasse: stelsel]';
comment on column toegang.bewaard_verzoek.sleutel_id is 'Eigen sleutel in de kluis; gaat weg met de rij [klasse: stelsel]';
comment on column toegang.bewaard_verzoek.inhoud is 'Adres en ingevulde velden, versleuteld [klasse: inhoud]';
comment on column toegang.bewaard_verzoek.bewaard_op is 'Wanneer [klasse: stelsel]';
comment on column toegang.bewaard_verzoek.vervalt is 'Daarna is het weg, hoogstens een dag later [klasse: stelsel]';
alter table toegang.bewaard_verzoek enable row level security;
alter table toegang.bewaard_verzoek force row level security;
create policy poort on toegang.bewaard_verzoek for select to la_eigenaar using (true);
create policy stelsel on toegang.bewaard_verzoek for all to la_app
  using (stelsel.is_stelsel()) with check (stelsel.is_stelsel());
create policy eigen on toegang.bewaard_verzoek for select to la_app using (persoon_id = stelsel.persoon());
create policy weggooien on toegang.bewaard_verzoek for delete to la_app using (persoon_id = stelsel.persoon());
grant select, insert, delete on toegang.bewaard_verzoek to la_app;
