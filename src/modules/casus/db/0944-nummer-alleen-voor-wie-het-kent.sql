-- The number of a file with a block on it goes to the privacy officer who judges the block, and no longer to the team
-- leader of who is barred: of a file of another organisation the leader saw the number in no other way (C2.2).
create or replace function casus.nummers(gevraagd uuid[]) returns table (id uuid, nummer text)
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
         and coalesce(b.namens_organisatie, b.organisatie_id)
           = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[]))) $$;
