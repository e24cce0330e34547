-- Every way to find what one has no relation to is counted, whichever function it goes by: also searching by number to
-- bar a colleague or to handle a request, and offering a file, which shows the receiver its number.
alter table toegang.zoekactie drop constraint zoekactie_soort_check;
alter table toegang.zoekactie add constraint zoekactie_soort_check
  check (soort in ('radar', 'noodtoegang', 'nummer', 'aanbod'));

-- Was this search counted, in this very transaction? What finds answers nothing without it.
create function toegang.is_geteld(gevraagd text) returns boolean
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select exists (select 1 from toegang.zoekactie z where z.persoon_id = stelsel.persoon()
   and z.soort = gevraagd and z.tijdstip = now())); end $$;
revoke all on function toegang.is_geteld(text) from public;
grant execute on function toegang.is_geteld(text) to la_app;

drop policy aanbieden on toegang.overdracht;
create policy aanbieden on toegang.overdracht for insert to la_app with check (
  stand = 'aangeboden' and aangeboden_door = stelsel.persoon() and aangeboden_op = stelsel.vandaag()
  and dossier_id = any ((select toegang.dossiers_voor('regie'))::uuid[])
  and toegang.houdt(dossier_id, van_organisatie)
  and van_organisatie = any ((select toegang.organisaties('professional', 'teamleider', 'intaker'))::uuid[])
  and toegang.is_geteld('aanbod'));
