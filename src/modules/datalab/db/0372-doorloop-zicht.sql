-- Which lead times of a region the actor sees, as a mark: pictures made of them are kept under it. The rule is that of the
-- policy `lezen` on datalab.doorloop (0360), word for word; empty: none.
create function datalab.doorloop_zicht(gevraagd text) returns text
  language sql stable security invoker set search_path = '' as
$$ select case
  when gevraagd = any (toegang.regios('projectleider', 'datalab_analist')) then 'regio'
  when gevraagd = any (toegang.regios('beleidsmedewerker')) then
    (select coalesce(string_agg(g, ' ' order by g), '') from unnest(toegang.gemeenten('beleidsmedewerker')) g)
  else '' end $$;
revoke all on function datalab.doorloop_zicht(text) from public;
grant execute on function datalab.doorloop_zicht(text) to la_app;
