-- How people call a file, for the pages of access: who gives out work, decides on an offer or watches break-glass must
-- know which file it is, without reading it. The number and nothing else, never of a file from which he is barred, nor
-- to a receiver once the offer was refused or withdrawn.
create function casus.nummers(gevraagd uuid[]) returns table (id uuid, nummer text)
  language sql stable security definer rows 50 set search_path = '' as
$$ select c.id, c.nummer from casus.casus c
   where c.id = any (gevraagd) and cardinality(gevraagd) <= 1000 and not toegang.geblokkeerd(c.id)
     and (c.id = any ((select toegang.dossiers())::uuid[]) or c.id = any ((select toegang.te_verdelen())::uuid[])
       or exists (select 1 from toegang.overdracht o where o.dossier_id = c.id
         and (o.stand in ('aangeboden', 'aanvaard') and o.naar_organisatie = any ((select toegang.organisaties('teamleider', 'intaker'))::uuid[])
           or o.van_organisatie = any ((select toegang.organisaties('teamleider'))::uuid[])))
       or exists (select 1 from toegang.noodtoegang n where n.dossier_id = c.id
         and (n.organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
           or toegang.onder_toezicht(c.id)))
       or exists (select 1 from toegang.blokkade b where b.dossier_id = c.id and b.persoon_id <> stelsel.persoon()
         and b.organisatie_id = any ((select toegang.organisaties('teamleider', 'privacyfunctionaris'))::uuid[]))) $$;
-- The file with exactly this number, when the actor may bar others from it. Absent and forbidden look the same.
create function casus.vind_te_weren(gezocht bytea) returns uuid
  language sql stable security definer set search_path = '' as
$$ select c.id from casus.casus c where c.nummer_index = gezocht and toegang.mag_weren(c.id, null)
   and cardinality(toegang.organisaties('teamleider', 'privacyfunctionaris')) > 0 $$;
revoke all on function casus.nummers(uuid[]), casus.vind_te_weren(bytea) from public;
grant execute on function casus.nummers(uuid[]), casus.vind_te_weren(bytea) to la_app;
