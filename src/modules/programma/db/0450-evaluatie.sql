-- Did an action make a difference? The question is laid down before the answer is known, answered once, and then settled or
-- withdrawn. Nothing is ever changed: every state is a row that was added.
create table programma.evaluatie (
  id uuid primary key,
  regio text not null,
  onderdeel_id uuid not null references programma.onderdeel,
  nummer integer not null check (nummer >= 1),
  vorige uuid references programma.evaluatie,
  openbaarheid text not null check (openbaarheid in ('openbaar_in_bron', 'intern')),
  gemeente text,
  reeks text not null,
  inhoud jsonb not null,
  bekend_tot text,
  na_uitkomst boolean not null,
  vastgelegd timestamptz not null,
  door text not null,
  door_rol text,
  unique (onderdeel_id, nummer)
);
create index evaluatie_regio on programma.evaluatie (regio);
comment on table programma.evaluatie is 'Vraag of een actie verschil maakte, vastgelegd voordat de uitkomst bekend was';
comment on column programma.evaluatie.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column programma.evaluatie.regio is 'Regio waarvan het programma is [klasse: feit]';
comment on column programma.evaluatie.onderdeel_id is 'Actie waarover de vraag gaat [klasse: stelsel]';
comment on column programma.evaluatie.nummer is 'Volgnummer binnen de actie, vanaf 1 [klasse: feit]';
comment on column programma.evaluatie.vorige is 'Evaluatie waarvan dit een nieuwe versie is [klasse: stelsel]';
comment on column programma.evaluatie.openbaarheid is 'Of alle cijfers openbaar in de bron staan, of een deel intern is [klasse: feit]';
comment on column programma.evaluatie.gemeente is 'CBS-code van de gemeente waarover de interne cijfers gaan; leeg is breder [klasse: feit]';
comment on column programma.evaluatie.reeks is 'Indicator en plaats van de gevraagde reeks [klasse: feit]';
comment on column programma.evaluatie.inhoud is 'Vraag, reeks, controle, datum, model, verwachting en reden; bevat geen namen van personen [klasse: feit]';
comment on column programma.evaluatie.bekend_tot is 'Laatste periode waarvan het cijfer bij het vastleggen al bekend was [klasse: feit]';
comment on column programma.evaluatie.na_uitkomst is 'Vastgelegd nadat een uitkomst over dezelfde reeks al bekend was [klasse: feit]';
comment on column programma.evaluatie.vastgelegd is 'Tijdstip van vastleggen [klasse: stelsel]';
comment on column programma.evaluatie.door is 'Wie het vastlegde: kenmerk van een mens, geen naam [klasse: stelsel]';
comment on column programma.evaluatie.door_rol is 'Rol waarin dat gebeurde [klasse: feit]';

create table programma.evaluatie_uitkomst (
  evaluatie_id uuid primary key references programma.evaluatie,
  openbaarheid text not null check (openbaarheid in ('openbaar_in_bron', 'intern')),
  uitslag jsonb not null,
  bevroren jsonb not null,
  uitgevoerd timestamptz not null,
  door text not null
);
comment on table programma.evaluatie_uitkomst is 'Uitkomst van een evaluatie: een keer berekend, op cijfers die vaststaan';
comment on column programma.evaluatie_uitkomst.evaluatie_id is 'Evaluatie [klasse: stelsel]';
comment on column programma.evaluatie_uitkomst.openbaarheid is 'Of de uitkomst uitsluitend uit openbare cijfers volgt [klasse: feit]';
comment on column programma.evaluatie_uitkomst.uitslag is 'Schatting of beschrijving met onzekerheid; zonder tellingen als zij intern is [klasse: feit]';
comment on column programma.evaluatie_uitkomst.bevroren is 'Welke waarnemingen, in welke versie: verwijzingen, geen cijfers [klasse: stelsel]';
comment on column programma.evaluatie_uitkomst.uitgevoerd is 'Tijdstip van berekenen [klasse: stelsel]';
comment on column programma.evaluatie_uitkomst.door is 'Wie het liet berekenen: kenmerk van een mens, geen naam [klasse: stelsel]';

create table programma.evaluatie_stand (
  evaluatie_id uuid not null references programma.evaluatie,
  toestand text not null check (toestand in ('uitgevoerd', 'vastgesteld', 'ingetrokken')),
  reden text,
  moment timestamptz not null,
  door text not null,
  primary key (evaluatie_id, toestand),
  check (toestand <> 'ingetrokken' or reden is not null)
);
comment on table programma.evaluatie_stand is 'De toestanden die een evaluatie na het vastleggen bereikte, voor ieder die de vraag ziet';
comment on column programma.evaluatie_stand.evaluatie_id is 'Evaluatie [klasse: stelsel]';
comment on column programma.evaluatie_stand.toestand is 'Uitgevoerd, vastgesteld of ingetrokken [klasse: feit]';
comment on column programma.evaluatie_stand.reden is 'Waarom, in eigen woorden; verplicht bij intrekken [klasse: feit]';
comment on column programma.evaluatie_stand.moment is 'Tijdstip [klasse: stelsel]';
comment on column programma.evaluatie_stand.door is 'Wie het deed: kenmerk van een mens, geen naam [klasse: stelsel]';

-- What was laid down stands, for the owner of the database too.
create function programma.weiger_wijziging() returns trigger language plpgsql as
  $$ begin raise exception '% wordt nooit gewijzigd of verwijderd', tg_table_name; end $$;
create trigger onwijzigbaar before update or delete on programma.evaluatie
  for each row execute function programma.weiger_wijziging();
create trigger onwijzigbaar before update or delete on programma.evaluatie_uitkomst
  for each row execute function programma.weiger_wijziging();
create trigger onwijzigbaar before update or delete on programma.evaluatie_stand
  for each row execute function programma.weiger_wijziging();

-- Whether an outcome about the same series was known is a fact, not a statement of who lays down: also of another action,
-- and also when no earlier one is named. Who may lay down sees every outcome of the region.
create function programma.kent_uitkomst(r text, k text) returns boolean language sql stable as
  $$ select exists (select 1 from programma.evaluatie e join programma.evaluatie_uitkomst u on u.evaluatie_id = e.id
     where e.regio = r and e.reeks = k) $$;

create function programma.bewaak_evaluatie() returns trigger language plpgsql as $$
begin
  new.na_uitkomst := programma.kent_uitkomst(new.regio, new.reeks);
  if new.vorige is not null and not exists (
    select 1 from programma.evaluatie e where e.id = new.vorige and e.onderdeel_id = new.onderdeel_id) then
    raise exception 'de vorige evaluatie hoort bij een andere actie';
  end if;
  return new;
end $$;
create trigger bewaak before insert on programma.evaluatie
  for each row execute function programma.bewaak_evaluatie();

-- The order of the states: answered once and before anything else; settled only what was answered and still stands.
create function programma.bewaak_uitkomst() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.evaluatie_id::text, 0));
  if exists (select 1 from programma.evaluatie_stand s where s.evaluatie_id = new.evaluatie_id) then
    raise exception 'deze evaluatie is al uitgevoerd of ingetrokken';
  end if;
  if not exists (select 1 from programma.evaluatie e
      where e.id = new.evaluatie_id and e.openbaarheid = new.openbaarheid) then
    raise exception 'de uitkomst is even openbaar als de vraag';
  end if;
  return new;
end $$;
create trigger bewaak before insert on programma.evaluatie_uitkomst
  for each row execute function programma.bewaak_uitkomst();

create function programma.bewaak_stand() returns trigger language plpgsql as $$
declare standen text[];
begin
  perform pg_advisory_xact_lock(hashtextextended(new.evaluatie_id::text, 0));
  select coalesce(array_agg(toestand), '{}') into standen
    from programma.evaluatie_stand s where s.evaluatie_id = new.evaluatie_id;
  if 'ingetrokken' = any (standen) then raise exception 'deze evaluatie is ingetrokken'; end if;
  if new.toestand = 'uitgevoerd' and not exists (
      select 1 from programma.evaluatie_uitkomst u where u.evaluatie_id = new.evaluatie_id) then
    raise exception 'zonder uitkomst is niets uitgevoerd';
  end if;
  if new.toestand = 'vastgesteld' and not 'uitgevoerd' = any (standen) then
    raise exception 'alleen wat is uitgevoerd wordt vastgesteld';
  end if;
  return new;
end $$;
create trigger bewaak before insert on programma.evaluatie_stand
  for each row execute function programma.bewaak_stand();

-- Who may see what follows from internal figures: the same people as those figures (datalab.waarneming).
create function programma.mag_intern(r text, g text) returns boolean language sql stable as
  $$ select r = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[])
     or (g is not null and r = any ((select toegang.regios('beleidsmedewerker'))::text[])
         and g = any ((select toegang.gemeenten('beleidsmedewerker'))::text[])) $$;
revoke all on function programma.weiger_wijziging, programma.kent_uitkomst, programma.bewaak_evaluatie,
  programma.bewaak_uitkomst, programma.bewaak_stand, programma.mag_intern from public;
grant execute on function programma.kent_uitkomst, programma.mag_intern to la_app;

alter table programma.evaluatie enable row level security;
alter table programma.evaluatie force row level security;
alter table programma.evaluatie_uitkomst enable row level security;
alter table programma.evaluatie_uitkomst force row level security;
alter table programma.evaluatie_stand enable row level security;
alter table programma.evaluatie_stand force row level security;

-- A question about public figures of a published action is public from the moment it is laid down: a result that
-- disappoints cannot be kept from sight.
create policy openbaar on programma.evaluatie for select to la_app using (
  openbaarheid = 'openbaar_in_bron' and stelsel.actor() is not null and exists (
    select 1 from programma.onderdeel o where o.id = onderdeel_id and o.openbare_versie is not null));
create policy werken on programma.evaluatie for select to la_app using (
  regio = any ((select toegang.regios('projectleider', 'beleidsmedewerker', 'datalab_analist', 'lezer'))::text[]));
create policy vastleggen on programma.evaluatie for insert to la_app with check (
  regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[])
  and exists (select 1 from programma.onderdeel o
    where o.id = onderdeel_id and o.regio = evaluatie.regio and o.soort = 'actie'));

create policy openbaar on programma.evaluatie_uitkomst for select to la_app using (
  openbaarheid = 'openbaar_in_bron' and stelsel.actor() is not null
  and exists (select 1 from programma.evaluatie e where e.id = evaluatie_id)
  and exists (select 1 from programma.evaluatie_stand s
    where s.evaluatie_id = evaluatie_uitkomst.evaluatie_id and s.toestand = 'vastgesteld'));
create policy werken on programma.evaluatie_uitkomst for select to la_app using (
  exists (select 1 from programma.evaluatie e where e.id = evaluatie_id
    and programma.mag_werken(e.regio)
    and (evaluatie_uitkomst.openbaarheid = 'openbaar_in_bron' or programma.mag_intern(e.regio, e.gemeente))));
create policy uitvoeren on programma.evaluatie_uitkomst for insert to la_app with check (
  exists (select 1 from programma.evaluatie e where e.id = evaluatie_id
    and e.regio = any ((select toegang.regios('projectleider', 'datalab_analist'))::text[])));

create policy lezen on programma.evaluatie_stand for select to la_app using (
  exists (select 1 from programma.evaluatie e where e.id = evaluatie_id));
create policy stellen on programma.evaluatie_stand for insert to la_app with check (
  exists (select 1 from programma.evaluatie e where e.id = evaluatie_id
    and (e.regio = any ((select toegang.regios('projectleider'))::text[])
      or (toestand = 'uitgevoerd' and e.regio = any ((select toegang.regios('datalab_analist'))::text[])))));

grant select, insert on programma.evaluatie, programma.evaluatie_uitkomst, programma.evaluatie_stand to la_app;
