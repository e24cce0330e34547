-- Outgoing mail: written in the transaction of the act that causes it, sent by background work.
-- Whoever acts may put a message in; only the system reads it back. Address and text go when it is sent.
create schema mail;
grant usage on schema mail to la_app;

create table mail.bericht (
  id uuid primary key,
  soort text not null check (soort ~ '^[a-z][a-z0-9_]{0,62}$'),
  aan bytea,
  onderwerp bytea,
  inhoud bytea,
  status text not null default 'wacht' check (status in ('wacht', 'verstuurd', 'mislukt')),
  pogingen integer not null default 0 check (pogingen >= 0),
  onzeker integer not null default 0 check (onzeker between 0 and 3),
  fout text check (fout ~ '^[a-z][a-z0-9_]{0,62}$'),
  aangemaakt timestamptz not null,
  volgende timestamptz not null,
  verstuurd timestamptz,
  check ((status = 'verstuurd') = (verstuurd is not null)),
  check ((status = 'verstuurd') = (aan is null)),
  check ((aan is null) = (onderwerp is null) and (aan is null) = (inhoud is null))
);
create index bericht_wacht on mail.bericht (volgende) where status = 'wacht';
create index bericht_mislukt on mail.bericht (aangemaakt) where status = 'mislukt';

comment on table mail.bericht is 'Uitgaande post: wachtend, verstuurd of mislukt';
comment on column mail.bericht.id is 'Willekeurig kenmerk van het bericht [klasse: stelsel]';
comment on column mail.bericht.soort is 'Code van het soort bericht, zodat een mislukking zonder adres te duiden is [klasse: stelsel]';
comment on column mail.bericht.aan is 'Adres van de ontvanger, versleuteld; leeg na verzending [klasse: identificerend]';
comment on column mail.bericht.onderwerp is 'Onderwerp, versleuteld; leeg na verzending [klasse: inhoud]';
comment on column mail.bericht.inhoud is 'Tekst, versleuteld; leeg na verzending [klasse: inhoud]';
comment on column mail.bericht.status is 'wacht, verstuurd of mislukt [klasse: stelsel]';
comment on column mail.bericht.pogingen is 'Aantal begonnen verzendpogingen sinds het laatst in de wachtrij zetten [klasse: stelsel]';
comment on column mail.bericht.onzeker is 'Aantal begonnen pogingen waarvan de afloop niet bekend is; na twee wordt niet nog eens verzonden [klasse: stelsel]';
comment on column mail.bericht.fout is 'Code van de laatste fout, nooit met adres of tekst [klasse: stelsel]';
comment on column mail.bericht.aangemaakt is 'Tijdstip waarop het bericht in de wachtrij kwam [klasse: stelsel]';
comment on column mail.bericht.volgende is 'Niet eerder dan dit tijdstip opnieuw verzenden [klasse: stelsel]';
comment on column mail.bericht.verstuurd is 'Tijdstip waarop de mailserver het bericht aannam [klasse: stelsel]';

alter table mail.bericht enable row level security;
alter table mail.bericht force row level security;
create policy inleggen on mail.bericht for insert
  with check (stelsel.actor() is not null and status = 'wacht' and pogingen = 0);
create policy lezen on mail.bericht for select using (stelsel.is_stelsel());
create policy bijwerken on mail.bericht for update using (stelsel.is_stelsel()) with check (stelsel.is_stelsel());
create policy opruimen on mail.bericht for delete using (stelsel.is_stelsel() and status <> 'wacht');
grant select, insert, update, delete on mail.bericht to la_app;
