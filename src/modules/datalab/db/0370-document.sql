-- Documents of a region made from a template and releases: yearly evaluation, council letter, annex of indicators.
-- The template never changes, the fixed text never changes, and readers get it for as long as every release in it stands.

-- Who may write a draft; fixing and withdrawing is for who publishes.
create function datalab.mag_opstellen(regio text) returns boolean language sql stable as
  $$ select regio = any ((select toegang.regios('projectleider', 'datalab_analist', 'beleidsmedewerker'))::text[]) $$;
grant execute on function datalab.mag_opstellen(text) to la_app;

create table datalab.document_sjabloon (
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  versie int not null check (versie >= 1),
  taal text not null check (taal in ('nl', 'en')),
  soort text not null check (soort in ('evaluatie', 'raadsbrief', 'indicatorenbijlage')),
  geldig_vanaf date not null,
  bron text not null check (length(bron) between 1 and 300),
  inhoud jsonb not null,
  primary key (code, versie, taal)
);
comment on table datalab.document_sjabloon is 'Tekst met velden waaruit een document wordt gemaakt, per versie en taal';
comment on column datalab.document_sjabloon.code is 'Naam van het sjabloon [klasse: feit]';
comment on column datalab.document_sjabloon.versie is 'Nummer; een andere tekst is een andere versie [klasse: feit]';
comment on column datalab.document_sjabloon.taal is 'Taal van de tekst [klasse: feit]';
comment on column datalab.document_sjabloon.soort is 'Evaluatie, raadsbrief of indicatorenbijlage [klasse: feit]';
comment on column datalab.document_sjabloon.geldig_vanaf is 'Eerste dag waarop het te kiezen is [klasse: feit]';
comment on column datalab.document_sjabloon.bron is 'Waarin om dit document wordt gevraagd [klasse: feit]';
comment on column datalab.document_sjabloon.inhoud is 'Velden met hun soort, en de tekst [klasse: feit]';

create table datalab.document (
  id uuid primary key,
  regio text not null,
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 80),
  soort text not null check (soort in ('evaluatie', 'raadsbrief', 'indicatorenbijlage')),
  sjabloon text not null,
  sjabloonversie int not null,
  taal text not null,
  titel text not null check (length(titel) between 3 and 200),
  periode text not null check (periode ~ '^\d{4}(-H[12])?$'),
  gemeente text check (gemeente ~ '^GM\d{4}$'),
  toestand text not null check (toestand in ('concept', 'vastgesteld', 'ingetrokken', 'vervallen')),
  zegel text not null default '',
  vastgesteld timestamptz,
  ingetrokken timestamptz,
  reden_intrekking text check (length(reden_intrekking) <= 1000),
  versie int not null default 1,
  unique (regio, code),
  foreign key (sjabloon, sjabloonversie, taal) references datalab.document_sjabloon (code, versie, taal),
  check (toestand not in ('vastgesteld', 'ingetrokken') or (zegel <> '' and vastgesteld is not null)),
  check ((toestand = 'ingetrokken') = (ingetrokken is not null and coalesce(reden_intrekking, '') <> ''))
);
comment on table datalab.document is 'Document van een regio, gemaakt uit een sjabloon en publicaties';
comment on column datalab.document.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column datalab.document.regio is 'Regio van het document [klasse: feit]';
comment on column datalab.document.code is 'Naam in het blijvende adres [klasse: feit]';
comment on column datalab.document.soort is 'Evaluatie, raadsbrief of indicatorenbijlage [klasse: feit]';
comment on column datalab.document.sjabloon is 'Sjabloon [klasse: feit]';
comment on column datalab.document.sjabloonversie is 'Versie van het sjabloon [klasse: feit]';
comment on column datalab.document.taal is 'Taal van de tekst [klasse: feit]';
comment on column datalab.document.titel is 'Titel [klasse: feit]';
comment on column datalab.document.periode is 'Code van de periode [klasse: feit]';
comment on column datalab.document.gemeente is 'CBS-code; leeg als het voor de hele regio is [klasse: feit]';
comment on column datalab.document.toestand is 'Concept, vastgesteld, ingetrokken of vervallen [klasse: feit]';
comment on column datalab.document.zegel is 'Vingerafdruk van wat is vastgesteld [klasse: stelsel]';
comment on column datalab.document.vastgesteld is 'Tijdstip van vaststellen [klasse: feit]';
comment on column datalab.document.ingetrokken is 'Tijdstip van intrekken [klasse: feit]';
comment on column datalab.document.reden_intrekking is 'Waarom is ingetrokken [klasse: feit]';
comment on column datalab.document.versie is 'Telt op bij elke wijziging [klasse: stelsel]';

create table datalab.document_werk (
  document_id uuid primary key references datalab.document,
  velden jsonb not null default '{}' check (length(velden::text) <= 200000),
  ook_openbaar boolean not null,
  gemaakt timestamptz not null,
  gemaakt_door text not null,
  gewijzigd timestamptz not null,
  gewijzigd_door text not null,
  vastgesteld_door text
);
comment on table datalab.document_werk is 'Het werk achter een document: wat is ingevuld en door wie';
comment on column datalab.document_werk.document_id is 'Document [klasse: stelsel]';
comment on column datalab.document_werk.velden is 'Wat is ingevuld, per veld, ook als het nog niet klopt; zonder namen of zaken [klasse: feit]';
comment on column datalab.document_werk.ook_openbaar is 'Komen er ook cijfers uit openbare bronnen in [klasse: feit]';
comment on column datalab.document_werk.gemaakt is 'Tijdstip van beginnen [klasse: stelsel]';
comment on column datalab.document_werk.gemaakt_door is 'Wie begon [klasse: stelsel]';
comment on column datalab.document_werk.gewijzigd is 'Tijdstip van de laatste wijziging [klasse: stelsel]';
comment on column datalab.document_werk.gewijzigd_door is 'Wie het laatst wijzigde [klasse: stelsel]';
comment on column datalab.document_werk.vastgesteld_door is 'Wie vaststelde [klasse: stelsel]';

create table datalab.document_publicatie (
  document_id uuid not null references datalab.document,
  publicatie_id uuid not null references datalab.publicatie,
  primary key (document_id, publicatie_id)
);
comment on table datalab.document_publicatie is 'Publicatie waarop een document rust';
comment on column datalab.document_publicatie.document_id is 'Document [klasse: stelsel]';
comment on column datalab.document_publicatie.publicatie_id is 'Publicatie [klasse: stelsel]';

create table datalab.document_stuk (
  document_id uuid primary key references datalab.document,
  inhoud text not null check (length(inhoud) between 2 and 2000000)
);
comment on table datalab.document_stuk is 'De vastgestelde tekst van een document, met sjabloon, publicaties en verwijzingen';
comment on column datalab.document_stuk.document_id is 'Document [klasse: stelsel]';
comment on column datalab.document_stuk.inhoud is 'De tekst zoals verzegeld; elk getal uit een publicatie of openbare bron [klasse: feit]';

-- Fixed is for ever: only withdrawal is added to it. Who prepares does not fix unless he may publish, and nothing is
-- fixed on a release that is not in print. As definer: it is looked up, and not taken from who says so.
create function datalab.document_staat_vast() returns trigger language plpgsql security definer set search_path = '' as $$
declare komt_bij text[] := array['toestand', 'ingetrokken', 'reden_intrekking', 'versie'];
begin
  if old.toestand in ('ingetrokken', 'vervallen') then
    raise exception 'dit document staat vast' using errcode = 'check_violation';
  end if;
  if old.toestand = 'vastgesteld' and (new.toestand <> 'ingetrokken'
      or (to_jsonb(new) - komt_bij) <> (to_jsonb(old) - komt_bij)) then
    raise exception 'een vastgesteld document wijzigt niet' using errcode = 'check_violation';
  end if;
  if new.toestand in ('vastgesteld', 'ingetrokken') and not datalab.mag_publiceren(new.regio) then
    raise exception 'alleen wie publiceert stelt een document vast' using errcode = 'check_violation';
  end if;
  if old.toestand = 'concept' and new.toestand = 'vastgesteld' and (
      not exists (select 1 from datalab.document_stuk s where s.document_id = new.id
        and new.zegel = encode(sha256(convert_to(s.inhoud, 'UTF8')), 'hex'))
      or exists (select 1 from datalab.document_publicatie d join datalab.publicatie p on p.id = d.publicatie_id
        where d.document_id = new.id and (p.toestand <> 'gepubliceerd' or p.regio <> new.regio))) then
    raise exception 'een document rust op publicaties in druk, met het zegel van zijn tekst' using errcode = 'check_violation';
  end if;
  return new;
end $$;
revoke all on function datalab.document_staat_vast() from public;
create trigger staat_vast before update on datalab.document
  for each row execute function datalab.document_staat_vast();

-- Parts come and go with a draft only.
create function datalab.deel_van_conceptdocument() returns trigger language plpgsql security definer
  set search_path = '' as $$
declare stand text;
begin
  select d.toestand into stand from datalab.document d where d.id = coalesce(new.document_id, old.document_id);
  if stand is distinct from 'concept' then
    raise exception 'alleen een conceptdocument wijzigt' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
revoke all on function datalab.deel_van_conceptdocument() from public;
create trigger deel_van_concept before insert or update or delete on datalab.document_werk
  for each row execute function datalab.deel_van_conceptdocument();
create trigger deel_van_concept before insert or update or delete on datalab.document_publicatie
  for each row execute function datalab.deel_van_conceptdocument();
create trigger deel_van_concept before insert or update or delete on datalab.document_stuk
  for each row execute function datalab.deel_van_conceptdocument();

alter table datalab.document_sjabloon enable row level security;
alter table datalab.document_sjabloon force row level security;
alter table datalab.document enable row level security;
alter table datalab.document force row level security;
alter table datalab.document_werk enable row level security;
alter table datalab.document_werk force row level security;
alter table datalab.document_publicatie enable row level security;
alter table datalab.document_publicatie force row level security;
alter table datalab.document_stuk enable row level security;
alter table datalab.document_stuk force row level security;

create policy lezen on datalab.document_sjabloon for select to la_app using (stelsel.actor() is not null);
create policy toevoegen on datalab.document_sjabloon for insert to la_app with check (datalab.is_inlezer());

create policy lezen on datalab.document for select to la_app using (
  (toestand in ('vastgesteld', 'ingetrokken') and stelsel.actor() is not null) or datalab.mag_opstellen(regio));
create policy maken on datalab.document for insert to la_app
  with check (datalab.mag_opstellen(regio) and toestand = 'concept');
create policy wijzigen on datalab.document for update to la_app
  using (datalab.mag_opstellen(regio)) with check (datalab.mag_opstellen(regio));
create policy poort on datalab.document for select to la_eigenaar using (true);

create policy werken on datalab.document_werk for all to la_app
  using (exists (select 1 from datalab.document d where d.id = document_id and datalab.mag_opstellen(d.regio)))
  with check (exists (select 1 from datalab.document d where d.id = document_id and datalab.mag_opstellen(d.regio)));

create policy lezen on datalab.document_publicatie for select to la_app
  using (exists (select 1 from datalab.document d where d.id = document_id));
create policy maken on datalab.document_publicatie for insert to la_app with check (exists (
  select 1 from datalab.document d where d.id = document_id and datalab.mag_opstellen(d.regio)));
create policy weg on datalab.document_publicatie for delete to la_app using (exists (
  select 1 from datalab.document d where d.id = document_id and datalab.mag_opstellen(d.regio)));
create policy poort on datalab.document_publicatie for select to la_eigenaar using (true);

-- The figures of a withdrawn release are no longer shown to readers, in no document either.
create policy lezen on datalab.document_stuk for select to la_app using (exists (
  select 1 from datalab.document d where d.id = document_id and (datalab.mag_opstellen(d.regio)
    or (d.toestand = 'vastgesteld' and not exists (
      select 1 from datalab.document_publicatie x join datalab.publicatie p on p.id = x.publicatie_id
      where x.document_id = d.id and p.toestand <> 'gepubliceerd')))));
create policy maken on datalab.document_stuk for insert to la_app with check (exists (
  select 1 from datalab.document d where d.id = document_id and datalab.mag_publiceren(d.regio)));
create policy poort on datalab.document_stuk for select to la_eigenaar using (true);

grant select, insert on datalab.document_sjabloon to la_app;
grant select, insert on datalab.document to la_app;
grant update (toestand, zegel, vastgesteld, ingetrokken, reden_intrekking, versie) on datalab.document to la_app;
grant select, insert on datalab.document_werk to la_app;
grant update (velden, ook_openbaar, gewijzigd, gewijzigd_door, vastgesteld_door) on datalab.document_werk to la_app;
grant select, insert, delete on datalab.document_publicatie to la_app;
grant select, insert on datalab.document_stuk to la_app;
