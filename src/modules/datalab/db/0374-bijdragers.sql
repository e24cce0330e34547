-- Who stand behind a count: households, persons, and how much the largest of them have. It has its own access rule: for who
-- prepares releases of the region. A policy officer sees the counts of her municipality and not this; a reader never.
create table datalab.waarneming_bijdrager (
  waarneming_id uuid not null,
  versie int not null,
  huishoudens int check (huishoudens >= 0),
  personen int check (personen >= 0),
  grootste int check (grootste >= 0),
  tweede int check (tweede >= 0 and tweede <= grootste),
  primary key (waarneming_id, versie),
  foreign key (waarneming_id, versie) references datalab.waarneming_versie (waarneming_id, versie),
  check (num_nonnulls(huishoudens, personen, grootste, tweede) > 0),
  check (tweede is null or grootste is not null),
  check (personen >= huishoudens)
);
comment on table datalab.waarneming_bijdrager is 'Wie er achter een telling staan, waar de bron dat zegt; alleen voor wie publicaties voorbereidt';
comment on column datalab.waarneming_bijdrager.waarneming_id is 'Waarneming [klasse: stelsel]';
comment on column datalab.waarneming_bijdrager.versie is 'Stand van de waarneming [klasse: stelsel]';
comment on column datalab.waarneming_bijdrager.huishoudens is 'Aantal verschillende huishoudens [klasse: feit]';
comment on column datalab.waarneming_bijdrager.personen is 'Aantal verschillende personen [klasse: feit]';
comment on column datalab.waarneming_bijdrager.grootste is 'Deel van de telling van wie er het meeste van heeft [klasse: feit]';
comment on column datalab.waarneming_bijdrager.tweede is 'Deel van de telling van wie daarna komt [klasse: feit]';

alter table datalab.waarneming_bijdrager enable row level security;
alter table datalab.waarneming_bijdrager force row level security;
create policy lezen on datalab.waarneming_bijdrager for select to la_app using (datalab.is_inlezer() or exists (
  select 1 from datalab.waarneming w where w.id = waarneming_id and datalab.mag_publiceren(w.regio)));
create policy inbrengen on datalab.waarneming_bijdrager for insert to la_app with check (datalab.is_inlezer() or exists (
  select 1 from datalab.waarneming w where w.id = waarneming_id and datalab.mag_publiceren(w.regio)));
-- No update and no delete: a revision adds.
grant select, insert on datalab.waarneming_bijdrager to la_app;

-- How the primary rules judged each figure of a release: for whoever prepares and approves it.
alter table datalab.publicatie_waarheid
  add column teleenheid text not null default 'telling' check (teleenheid in ('huishoudens', 'personen', 'telling')),
  add column reden text check (reden in ('drempel', 'ingewijde', 'overheersing', 'nul', 'groep'));
comment on column datalab.publicatie_waarheid.teleenheid is 'Waarin de drempel is geteld: huishoudens, personen of de telling zelf [klasse: feit]';
comment on column datalab.publicatie_waarheid.reden is 'Waarom het cijfer moet worden beschermd; leeg: dat hoeft uit zichzelf niet [klasse: feit]';
