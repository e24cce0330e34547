-- Does the task of this file have a ground for police information (Besluit politiegegevens art. 4:2 lid 1)? Asked by who
-- gives the file out and does not read it, before he opens that part to somebody.
create function casus.kent_politiegrond(dossier uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as
$$ begin return dossier = any (toegang.te_verdelen())
   and exists (select 1 from casus.casus c where c.id = dossier and c.taak in ('veilig_thuis', 'jeugdhulp')); end $$;
revoke all on function casus.kent_politiegrond(uuid) from public;
grant execute on function casus.kent_politiegrond(uuid) to la_app;
