-- Search over all text of programme content. Accents and case do not count; Dutch word forms and the beginning
-- of a word do. Names of files are no content for a reader and are left out.
create function programma.zoektekst(inhoud jsonb) returns text language sql immutable parallel safe as $$
  select coalesce(string_agg(regexp_replace(lower(regexp_replace(normalize(deel #>> '{}', NFD),
      '[\u0300-\u036f]', '', 'g')), '[^a-z0-9]+', ' ', 'g'), ' '), '')
  from jsonb_path_query(inhoud #- '{bron,bestand}' #- '{bestand}',
    '$.** ? (@.type() == "string" || @.type() == "number")') deel $$;
create function programma.zoekvector(inhoud jsonb) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('pg_catalog.dutch'::regconfig, programma.zoektekst(inhoud))
      || to_tsvector('pg_catalog.simple'::regconfig, programma.zoektekst(inhoud)) $$;
revoke all on function programma.zoektekst, programma.zoekvector from public;
grant execute on function programma.zoektekst, programma.zoekvector to la_app;

alter table programma.onderdeel_versie
  add column zoek tsvector generated always as (programma.zoekvector(inhoud)) stored;
comment on column programma.onderdeel_versie.zoek is 'Woorden van de inhoud, om op te zoeken; volgt uit de inhoud [klasse: feit]';
