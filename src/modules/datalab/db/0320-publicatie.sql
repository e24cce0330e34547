-- Releases: sets of linked tables that passed the gate. What a reader may see, the truth behind it, and the proof that
-- nobody can work it out are three tables with three rules.

-- The background work that protects and proves; it reads no observation.
create function datalab.is_rekenaar() returns boolean language sql stable as
  $$ select coalesce(stelsel.actor() = 'stelsel:publicatie', false) $$;
create function datalab.mag_publiceren(regio text) returns boolean language sql stable as
  $$ select regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[]) $$;
grant execute on function datalab.is_rekenaar(), datalab.mag_publiceren(text) to la_app;

create table datalab.publicatie (
  id uuid primary key,
  regio text not null,
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 80),
  titel text not null check (length(titel) between 3 and 160),
  toelichting text not null default '' check (length(toelichting) <= 4000),
  toestand text not null check (toestand in ('concept', 'aangeboden', 'gepubliceerd', 'ingetrokken', 'vervallen')),
  methode text not null check (methode in ('afronden', 'onderdrukken')),
  basis int not null check (basis >= 2),
  ruim boolean not null default false,
  waarborg text check (waarborg in ('veilig', 'onveilig', 'onbekend')),
  bewezen boolean not null default false,
  vier_ogen boolean not null default false,
  zegel text not null default '',
  optellingen jsonb not null default '[]',
  gepubliceerd timestamptz,
  ingetrokken timestamptz,
  reden_intrekking text check (length(reden_intrekking) <= 1000),
  versie int not null default 1,
  unique (regio, code),
  -- The gate, once more where nobody can go around it.
  check (toestand not in ('gepubliceerd', 'ingetrokken')
    or (waarborg = 'veilig' and bewezen and vier_ogen and zegel <> '' and gepubliceerd is not null)),
  check ((toestand = 'ingetrokken') = (ingetrokken is not null and coalesce(reden_intrekking, '') <> ''))
);
comment on table datalab.publicatie is 'Publicatie: een stel verbonden tabellen met één waarborg';
comment on column datalab.publicatie.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column datalab.publicatie.regio is 'Regio van de publicatie [klasse: feit]';
comment on column datalab.publicatie.code is 'Naam in het blijvende adres [klasse: feit]';
comment on column datalab.publicatie.titel is 'Titel [klasse: feit]';
comment on column datalab.publicatie.toelichting is 'Wat de lezer erbij moet weten [klasse: feit]';
comment on column datalab.publicatie.toestand is 'Concept, aangeboden, gepubliceerd, ingetrokken of vervallen [klasse: feit]';
comment on column datalab.publicatie.methode is 'Afronden of onderdrukken [klasse: feit]';
comment on column datalab.publicatie.basis is 'Veelvoud waarop is afgerond [klasse: feit]';
comment on column datalab.publicatie.ruim is 'Ging het afronden tot twee stappen ver [klasse: feit]';
comment on column datalab.publicatie.waarborg is 'Wat de toets vond [klasse: feit]';
comment on column datalab.publicatie.bewezen is 'Is het bewijs in hele getallen volledig [klasse: feit]';
comment on column datalab.publicatie.vier_ogen is 'Keurde een ander goed dan wie voorbereidde [klasse: feit]';
comment on column datalab.publicatie.zegel is 'Vingerafdruk van wat is goedgekeurd [klasse: stelsel]';
comment on column datalab.publicatie.optellingen is 'Sommen tussen de afgedrukte cijfers [klasse: feit]';
comment on column datalab.publicatie.gepubliceerd is 'Tijdstip van publiceren [klasse: feit]';
comment on column datalab.publicatie.ingetrokken is 'Tijdstip van intrekken [klasse: feit]';
comment on column datalab.publicatie.reden_intrekking is 'Waarom is ingetrokken [klasse: feit]';
comment on column datalab.publicatie.versie is 'Telt op bij elke wijziging [klasse: stelsel]';

create table datalab.publicatie_werk (
  publicatie_id uuid primary key references datalab.publicatie,
  organisatie_id uuid,
  keuze jsonb not null,
  voorbereid_door text not null,
  voorbereid timestamptz not null,
  goedgekeurd_door text check (goedgekeurd_door <> voorbereid_door),
  ingetrokken_door text,
  vraag jsonb not null,
  toets jsonb,
  oordeel jsonb not null default '[]',
  fout text,
  gedaan int not null default 0,
  te_doen int not null default 0,
  bekeken_tot timestamptz not null,
  reden_afwijzing text check (length(reden_afwijzing) <= 1000)
);
comment on table datalab.publicatie_werk is 'Het werk achter een publicatie: keuze, toets en wie wat deed';
comment on column datalab.publicatie_werk.publicatie_id is 'Publicatie [klasse: stelsel]';
comment on column datalab.publicatie_werk.organisatie_id is 'Organisatie van wie voorbereidde [klasse: stelsel]';
comment on column datalab.publicatie_werk.keuze is 'Gekozen indicatoren, jaren en niveaus [klasse: feit]';
comment on column datalab.publicatie_werk.voorbereid_door is 'Wie voorbereidde [klasse: stelsel]';
comment on column datalab.publicatie_werk.voorbereid is 'Tijdstip van voorbereiden [klasse: stelsel]';
comment on column datalab.publicatie_werk.goedgekeurd_door is 'Wie goedkeurde; nooit wie voorbereidde [klasse: stelsel]';
comment on column datalab.publicatie_werk.ingetrokken_door is 'Wie introk [klasse: stelsel]';
comment on column datalab.publicatie_werk.vraag is 'Het stel tabellen zoals het beschermd moet worden [klasse: feit]';
comment on column datalab.publicatie_werk.toets is 'Wat een lezer weet na publicatie, waartegen is getoetst [klasse: feit]';
comment on column datalab.publicatie_werk.oordeel is 'Wat de toets per cijfer en per aanvaller vond [klasse: feit]';
comment on column datalab.publicatie_werk.fout is 'Waarom er niets uitkwam, als code [klasse: feit]';
comment on column datalab.publicatie_werk.gedaan is 'Aantal gedane stappen van de toets of het bewijs [klasse: stelsel]';
comment on column datalab.publicatie_werk.te_doen is 'Aantal stappen in totaal [klasse: stelsel]';
comment on column datalab.publicatie_werk.bekeken_tot is 'Tot dit tijdstip telde mee wat al in druk was [klasse: stelsel]';
comment on column datalab.publicatie_werk.reden_afwijzing is 'Waarom een ander het terugstuurde [klasse: feit]';

create table datalab.publicatie_cel (
  publicatie_id uuid not null references datalab.publicatie,
  naam text not null check (naam ~ '^c[0-9]+$'),
  volgorde int not null,
  indicator text not null,
  definitieversie int not null,
  plaatssoort text not null check (plaatssoort in ('gemeente', 'subregio', 'regio')),
  plaats text not null,
  plaatsnaam text not null,
  periode text not null,
  van date not null,
  tot date not null,
  getoond int check (getoond >= 0),
  aard text not null check (aard in ('gerond', 'exact', 'weggelaten')),
  nul_gevoelig boolean not null,
  primary key (publicatie_id, naam),
  foreign key (indicator, definitieversie) references datalab.indicator (code, definitieversie),
  check ((aard = 'weggelaten') = (getoond is null))
);
comment on table datalab.publicatie_cel is 'Cijfer van een publicatie, zoals het wordt afgedrukt';
comment on column datalab.publicatie_cel.publicatie_id is 'Publicatie [klasse: stelsel]';
comment on column datalab.publicatie_cel.naam is 'Naam binnen de publicatie [klasse: stelsel]';
comment on column datalab.publicatie_cel.volgorde is 'Plaats in de tabel; hangt niet van de waarde af [klasse: stelsel]';
comment on column datalab.publicatie_cel.indicator is 'Code van de indicator [klasse: feit]';
comment on column datalab.publicatie_cel.definitieversie is 'Versie van de definitie [klasse: feit]';
comment on column datalab.publicatie_cel.plaatssoort is 'Gemeente, subregio of regio [klasse: feit]';
comment on column datalab.publicatie_cel.plaats is 'Code van de plaats [klasse: feit]';
comment on column datalab.publicatie_cel.plaatsnaam is 'Naam van de plaats [klasse: feit]';
comment on column datalab.publicatie_cel.periode is 'Code van de periode [klasse: feit]';
comment on column datalab.publicatie_cel.van is 'Eerste dag van de periode [klasse: feit]';
comment on column datalab.publicatie_cel.tot is 'Laatste dag van de periode [klasse: feit]';
comment on column datalab.publicatie_cel.getoond is 'Het afgedrukte getal; leeg als het is weggelaten [klasse: feit]';
comment on column datalab.publicatie_cel.aard is 'Gerond, exact of weggelaten [klasse: feit]';
comment on column datalab.publicatie_cel.nul_gevoelig is 'Zegt bij deze indicator ook een nul iets [klasse: feit]';

create table datalab.publicatie_waarheid (
  publicatie_id uuid not null references datalab.publicatie,
  naam text not null,
  waarde int not null check (waarde >= 0),
  waarneming_id uuid references datalab.waarneming,
  waarneming_versie int,
  primary key (publicatie_id, naam)
);
comment on table datalab.publicatie_waarheid is 'Het echte getal achter een afgedrukt cijfer; nooit voor lezers';
comment on column datalab.publicatie_waarheid.publicatie_id is 'Publicatie [klasse: stelsel]';
comment on column datalab.publicatie_waarheid.naam is 'Naam binnen de publicatie [klasse: stelsel]';
comment on column datalab.publicatie_waarheid.waarde is 'Getelde waarde [klasse: feit]';
comment on column datalab.publicatie_waarheid.waarneming_id is 'Waarneming waar zij uit komt; leeg als zij is opgeteld [klasse: stelsel]';
comment on column datalab.publicatie_waarheid.waarneming_versie is 'Stand van die waarneming [klasse: stelsel]';

create table datalab.publicatie_bewijs (
  publicatie_id uuid not null references datalab.publicatie,
  aanvaller text not null,
  naam text not null,
  drempel int not null,
  laag jsonb not null,
  hoog jsonb not null,
  primary key (publicatie_id, aanvaller, naam)
);
comment on table datalab.publicatie_bewijs is 'Regel van het bewijs: twee tabellen die deze aanvaller allebei voor mogelijk moet houden';
comment on column datalab.publicatie_bewijs.publicatie_id is 'Publicatie [klasse: stelsel]';
comment on column datalab.publicatie_bewijs.aanvaller is 'Buitenstaander, of de gemeente die haar eigen cijfers kent [klasse: stelsel]';
comment on column datalab.publicatie_bewijs.naam is 'Cijfer dat beschermd moet zijn [klasse: stelsel]';
comment on column datalab.publicatie_bewijs.drempel is 'Zo ver moet het open blijven [klasse: feit]';
comment on column datalab.publicatie_bewijs.laag is 'Tabel waarin het cijfer laag is [klasse: feit]';
comment on column datalab.publicatie_bewijs.hoog is 'Tabel waarin het cijfer hoog is [klasse: feit]';

-- Published is for ever: only withdrawal is added to it. What is being prepared changes as a whole.
create function datalab.publicatie_staat_vast() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.toestand in ('ingetrokken', 'vervallen') then
    raise exception 'deze publicatie staat vast' using errcode = 'check_violation';
  end if;
  if old.toestand = 'gepubliceerd' and (new.toestand <> 'ingetrokken'
      or (to_jsonb(new) - array['toestand', 'ingetrokken', 'reden_intrekking', 'versie'])
        <> (to_jsonb(old) - array['toestand', 'ingetrokken', 'reden_intrekking', 'versie'])) then
    raise exception 'een publicatie in druk wijzigt niet' using errcode = 'check_violation';
  end if;
  -- What the audit and the proof found is written by the work that found it, and by nobody's hand.
  if (new.waarborg, new.bewezen, new.ruim, new.basis, new.optellingen)
      is distinct from (old.waarborg, old.bewezen, old.ruim, old.basis, old.optellingen)
      and not datalab.is_rekenaar() then
    raise exception 'wat de toets vond schrijft alleen de toets' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger staat_vast before update on datalab.publicatie
  for each row execute function datalab.publicatie_staat_vast();

-- Parts come and go with a draft only. As definer: the state is looked up for whoever writes.
create function datalab.deel_van_concept() returns trigger language plpgsql security definer set search_path = '' as $$
declare stand text;
begin
  select p.toestand into stand from datalab.publicatie p
    where p.id = coalesce(new.publicatie_id, old.publicatie_id);
  if stand is distinct from 'concept' and not (tg_table_name = 'publicatie_bewijs' and stand = 'aangeboden') then
    raise exception 'alleen een concept wijzigt' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
revoke all on function datalab.deel_van_concept() from public;
create trigger deel_van_concept before insert or update or delete on datalab.publicatie_cel
  for each row execute function datalab.deel_van_concept();
create trigger deel_van_concept before insert or update or delete on datalab.publicatie_waarheid
  for each row execute function datalab.deel_van_concept();
create trigger deel_van_concept before insert or update or delete on datalab.publicatie_bewijs
  for each row execute function datalab.deel_van_concept();

-- Two people: it is looked up who they were, and not taken from who says so.
create function datalab.eis_vier_ogen() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.toestand = 'gepubliceerd' and old.toestand <> 'gepubliceerd' and not exists (
      select 1 from datalab.publicatie_werk w where w.publicatie_id = new.id
        and w.goedgekeurd_door = stelsel.actor() and w.goedgekeurd_door <> w.voorbereid_door) then
    raise exception 'wie voorbereidt keurt niet goed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
revoke all on function datalab.eis_vier_ogen() from public;
create trigger eis_vier_ogen before update on datalab.publicatie
  for each row execute function datalab.eis_vier_ogen();

alter table datalab.publicatie enable row level security;
alter table datalab.publicatie force row level security;
alter table datalab.publicatie_werk enable row level security;
alter table datalab.publicatie_werk force row level security;
alter table datalab.publicatie_cel enable row level security;
alter table datalab.publicatie_cel force row level security;
alter table datalab.publicatie_waarheid enable row level security;
alter table datalab.publicatie_waarheid force row level security;
alter table datalab.publicatie_bewijs enable row level security;
alter table datalab.publicatie_bewijs force row level security;

create policy lezen on datalab.publicatie for select to la_app using (
  (toestand in ('gepubliceerd', 'ingetrokken') and stelsel.actor() is not null)
  or datalab.is_rekenaar() or datalab.mag_publiceren(regio));
create policy maken on datalab.publicatie for insert to la_app
  with check (datalab.mag_publiceren(regio) and toestand = 'concept' and waarborg is null and not bewezen
    and not vier_ogen);
create policy wijzigen on datalab.publicatie for update to la_app
  using (datalab.mag_publiceren(regio) or (datalab.is_rekenaar() and toestand in ('concept', 'aangeboden')))
  with check (datalab.mag_publiceren(regio) or (datalab.is_rekenaar() and toestand in ('concept', 'aangeboden')));
create policy poort on datalab.publicatie for select to la_eigenaar using (true);

-- A withdrawn release keeps its record; its figures are no longer shown to readers.
create policy lezen on datalab.publicatie_cel for select to la_app using (exists (
  select 1 from datalab.publicatie p where p.id = publicatie_id and (p.toestand = 'gepubliceerd'
    or datalab.is_rekenaar() or datalab.mag_publiceren(p.regio))));
create policy schrijven on datalab.publicatie_cel for insert to la_app with check (datalab.is_rekenaar());
create policy weg on datalab.publicatie_cel for delete to la_app using (datalab.is_rekenaar());

create policy lezen on datalab.publicatie_werk for select to la_app using (datalab.is_rekenaar() or exists (
  select 1 from datalab.publicatie p where p.id = publicatie_id and datalab.mag_publiceren(p.regio)));
create policy maken on datalab.publicatie_werk for insert to la_app with check (
  voorbereid_door = stelsel.actor() and exists (
    select 1 from datalab.publicatie p where p.id = publicatie_id and datalab.mag_publiceren(p.regio)));
create policy wijzigen on datalab.publicatie_werk for update to la_app using (datalab.is_rekenaar() or exists (
  select 1 from datalab.publicatie p where p.id = publicatie_id and datalab.mag_publiceren(p.regio)));
create policy poort on datalab.publicatie_werk for select to la_eigenaar using (true);

create policy lezen on datalab.publicatie_waarheid for select to la_app using (datalab.is_rekenaar() or exists (
  select 1 from datalab.publicatie p where p.id = publicatie_id and datalab.mag_publiceren(p.regio)));
create policy schrijven on datalab.publicatie_waarheid for insert to la_app with check (exists (
  select 1 from datalab.publicatie p where p.id = publicatie_id and datalab.mag_publiceren(p.regio)));

create policy lezen on datalab.publicatie_bewijs for select to la_app using (datalab.is_rekenaar() or exists (
  select 1 from datalab.publicatie p where p.id = publicatie_id and datalab.mag_publiceren(p.regio)));
create policy schrijven on datalab.publicatie_bewijs for insert to la_app with check (datalab.is_rekenaar());
create policy weg on datalab.publicatie_bewijs for delete to la_app using (datalab.is_rekenaar());

grant select, insert on datalab.publicatie to la_app;
grant update (titel, toelichting, toestand, ruim, basis, waarborg, bewezen, vier_ogen, zegel, optellingen, gepubliceerd,
  ingetrokken, reden_intrekking, versie) on datalab.publicatie to la_app;
grant select, insert on datalab.publicatie_werk to la_app;
grant update (goedgekeurd_door, ingetrokken_door, toets, oordeel, fout, gedaan, te_doen, reden_afwijzing)
  on datalab.publicatie_werk to la_app;
grant select, insert, delete on datalab.publicatie_cel, datalab.publicatie_bewijs to la_app;
grant select, insert on datalab.publicatie_waarheid to la_app;
