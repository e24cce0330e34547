-- Secret, revocable addresses at which a calendar program reads the dates of a programme. Only the digest of the
-- secret is kept: who reads this table cannot read a feed.
create table programma.agendaadres (
  id uuid primary key,
  persoon_id uuid not null,
  regio text not null,
  rol text not null check (rol in ('projectleider', 'beleidsmedewerker', 'datalab_analist', 'raadslid', 'lezer')),
  gemeente text,
  afdruk text not null unique check (afdruk ~ '^[0-9a-f]{64}$'),
  aangemaakt timestamptz not null,
  ingetrokken timestamptz
);
comment on table programma.agendaadres is 'Geheim, intrekbaar adres van een agenda, van één mens in één rol';
comment on column programma.agendaadres.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column programma.agendaadres.persoon_id is 'Mens van wie het adres is [klasse: stelsel]';
comment on column programma.agendaadres.regio is 'Regio waarvan de data in de agenda staan [klasse: feit]';
comment on column programma.agendaadres.rol is 'Rol waarin de agenda wordt gelezen [klasse: feit]';
comment on column programma.agendaadres.gemeente is 'CBS-code als de rol bij één gemeente hoort [klasse: feit]';
comment on column programma.agendaadres.afdruk is 'SHA-256 van het geheime deel van het adres [klasse: stelsel]';
comment on column programma.agendaadres.aangemaakt is 'Tijdstip van aanmaken [klasse: stelsel]';
comment on column programma.agendaadres.ingetrokken is 'Tijdstip van intrekken; leeg is geldig [klasse: stelsel]';
-- One address per role: a new one takes the place of the old, so that nobody forgets one that still works.
create unique index agendaadres_geldig on programma.agendaadres (persoon_id, regio, rol, coalesce(gemeente, ''))
  where ingetrokken is null;

alter table programma.agendaadres enable row level security;
alter table programma.agendaadres force row level security;
create policy eigen on programma.agendaadres for select to la_app
  using (persoon_id = stelsel.persoon());
create policy vinden on programma.agendaadres for select to la_app
  using (stelsel.actor() = 'stelsel:agendaadres' and ingetrokken is null);
create policy maken on programma.agendaadres for insert to la_app
  with check (persoon_id = stelsel.persoon() and ingetrokken is null
    and regio = any ((select toegang.regios(rol))::text[]));
create policy intrekken on programma.agendaadres for update to la_app
  using (persoon_id = stelsel.persoon()) with check (persoon_id = stelsel.persoon());
grant select, insert on programma.agendaadres to la_app;
grant update (ingetrokken) on programma.agendaadres to la_app;
