-- Who the actor is, which every request of somebody signed in asks first. Asked of the tables it went through every rule
-- about whom he may see besides himself (0221, 0217, 0251), and that was most of what it cost. Tells of nobody else.
create function toegang.wie_ik_ben() returns table (naam bytea, rol text, organisatie_id uuid, regio text,
    gemeente text, toekenning uuid, subregio text)
  language plpgsql stable security definer rows 4 set search_path = '' as
$$ #variable_conflict use_column
begin return query
  select p.naam, l.rol, l.organisatie_id, l.regio, l.gemeente, l.toekenning, l.subregio
  from toegang.persoon p left join toegang.lidmaatschap l on l.persoon_id = p.id
    and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())
  where p.id = stelsel.persoon() and p.actief order by l.rol, l.regio, l.gemeente;
end $$;
revoke all on function toegang.wie_ik_ben() from public;
grant execute on function toegang.wie_ik_ben() to la_app;

-- The rule of 0220, word for word; the organisations are asked once and not for every row.
create or replace function toegang.mensen_van(variadic rollen text[]) returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ declare huizen uuid[] := toegang.organisaties(variadic rollen);
begin return (select coalesce(array_agg(distinct l.persoon_id), '{}') from toegang.lidmaatschap l
   where l.organisatie_id = any (huizen)
     and l.rol in ('professional', 'teamleider', 'intaker', 'privacyfunctionaris')); end $$;
