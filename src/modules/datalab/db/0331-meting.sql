-- Baseline and yearly measurement: sets of versions of figures, laid down once and never changed.
create table datalab.meting (
  id uuid primary key,
  regio text not null,
  slug text not null check (slug ~ '^(nulmeting|jaarmeting)-\d{4}(-\d+)?$'),
  soort text not null check (soort in ('nulmeting', 'jaarmeting')),
  jaar int not null check (jaar between 2000 and 2200),
  volgnummer int not null check (volgnummer >= 1),
  bekend_op date not null,
  vastgesteld timestamptz not null,
  door text not null,
  unique (regio, slug),
  unique (regio, soort, jaar, volgnummer)
);
comment on table datalab.meting is 'Nulmeting of jaarmeting van een regio, vastgesteld en daarna onveranderlijk';
comment on column datalab.meting.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column datalab.meting.regio is 'Programmaregio [klasse: feit]';
comment on column datalab.meting.slug is 'Naam in het adres, blijvend [klasse: stelsel]';
comment on column datalab.meting.soort is 'Nulmeting of jaarmeting [klasse: feit]';
comment on column datalab.meting.jaar is 'Jaar waarover is gemeten [klasse: feit]';
comment on column datalab.meting.volgnummer is 'Hoeveelste van deze soort over dit jaar [klasse: feit]';
comment on column datalab.meting.bekend_op is 'Met de cijfers zoals zij op deze dag bekend waren [klasse: feit]';
comment on column datalab.meting.vastgesteld is 'Tijdstip van vaststellen [klasse: feit]';
comment on column datalab.meting.door is 'Wie vaststelde [klasse: stelsel]';

create table datalab.meting_waarneming (
  meting_id uuid not null references datalab.meting,
  waarneming_id uuid not null,
  versie int not null,
  primary key (meting_id, waarneming_id),
  foreign key (waarneming_id, versie) references datalab.waarneming_versie (waarneming_id, versie)
);
comment on table datalab.meting_waarneming is 'Stand van een waarneming die bij een meting hoort';
comment on column datalab.meting_waarneming.meting_id is 'Meting [klasse: stelsel]';
comment on column datalab.meting_waarneming.waarneming_id is 'Waarneming [klasse: stelsel]';
comment on column datalab.meting_waarneming.versie is 'De stand die gold [klasse: stelsel]';

alter table datalab.meting enable row level security;
alter table datalab.meting force row level security;
alter table datalab.meting_waarneming enable row level security;
alter table datalab.meting_waarneming force row level security;
-- That there is a measurement is no secret; of its figures each reader sees his own.
create policy lezen on datalab.meting for select to la_app using (stelsel.actor() is not null);
create policy vaststellen on datalab.meting for insert to la_app
  with check (regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]));
create policy lezen on datalab.meting_waarneming for select to la_app using (
  exists (select 1 from datalab.waarneming w where w.id = waarneming_id));
-- What is added to a measurement belongs to its region, and is added in the transaction that lays it
-- down: afterwards nothing can be put with it.
create policy vaststellen on datalab.meting_waarneming for insert to la_app with check (exists (
  select 1 from datalab.meting m join datalab.waarneming w on w.regio = m.regio
  where m.id = meting_id and w.id = waarneming_id
    and m.regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[])
    and m.xmin = pg_current_xact_id()::xid));
-- No update and no delete, for nobody: a better figure makes another measurement.
grant select, insert on datalab.meting, datalab.meting_waarneming to la_app;
