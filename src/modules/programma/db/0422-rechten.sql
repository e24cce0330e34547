-- A municipality's adviser writes in the own region only: a policy compares the region too, not only the
-- municipality.
create or replace function programma.mag_wijzigen(r text, s text, g text) returns boolean language sql stable as
  $$ select r = any ((select toegang.regios('projectleider'))::text[])
     or (s in ('gemeentestand', 'raadsopmerking') and g is not null
         and r = any ((select toegang.regios('beleidsmedewerker'))::text[])
         and g = any ((select toegang.gemeenten('beleidsmedewerker'))::text[])) $$;
