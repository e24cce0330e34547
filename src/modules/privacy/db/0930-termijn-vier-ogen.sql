-- An own term of a region holds for every organisation there: one privacy officer proposes it, another lays it down, and
-- neither makes it shorter than the general one. What one officer laid down alone before stands as a proposal again.
alter table privacy.bewaartermijn
  add tweede_door uuid references toegang.persoon,
  add tweede_op date,
  add check ((tweede_door is null) = (tweede_op is null)),
  add check (tweede_door is null or (door is not null and tweede_door <> door));
comment on column privacy.bewaartermijn.tweede_door is 'Wie het voorstel vaststelde, een ander dan wie het deed; leeg is nog een voorstel, of de uitgave zelf [klasse: stelsel]';
comment on column privacy.bewaartermijn.tweede_op is 'Dag van vaststellen [klasse: feit]';
comment on column privacy.bewaartermijn.door is 'Wie dit voorstelde; leeg is de uitgave zelf [klasse: stelsel]';
drop index privacy.bewaartermijn_open;
create unique index bewaartermijn_open on privacy.bewaartermijn (coalesce(regio, ''), soort)
  where tot is null and (regio is null or tweede_door is not null);
create unique index bewaartermijn_voorstel on privacy.bewaartermijn (regio, soort)
  where tot is null and regio is not null and tweede_door is null;

create function privacy.termijn_vier_ogen() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.tweede_door is distinct from old.tweede_door and (old.tweede_door is not null
      or new.tweede_door is distinct from stelsel.persoon() or new.van <= stelsel.vandaag()) then
      raise exception 'Vaststellen doet iedereen alleen voor zichzelf, eenmaal en vooraf.' using errcode = '42501';
    end if;
  elsif new.regio is not null and new.soort <> 'verzoek' and exists (select 1 from privacy.bewaartermijn t
    where t.regio is null and t.soort = new.soort and (t.tot is null or t.tot > new.van) and t.jaren > new.jaren) then
    raise exception 'Een eigen termijn is niet korter dan de algemene.' using errcode = '42501';
  end if;
  return new;
end $$;
revoke all on function privacy.termijn_vier_ogen() from public;
create trigger vier_ogen before insert or update on privacy.bewaartermijn
  for each row execute function privacy.termijn_vier_ogen();

drop policy vaststellen on privacy.bewaartermijn;
create policy voorstellen on privacy.bewaartermijn for insert to la_app with check (
  door = stelsel.persoon() and van > stelsel.vandaag() and tot is null and tweede_door is null and not bevestigd
  and regio = any ((select toegang.regios('privacyfunctionaris'))::text[]));
create policy vaststellen on privacy.bewaartermijn for update to la_app
  using (tot is null and tweede_door is null and regio = any ((select toegang.regios('privacyfunctionaris'))::text[]))
  with check (tweede_door = stelsel.persoon() and tweede_op = stelsel.vandaag()
    and regio = any ((select toegang.regios('privacyfunctionaris'))::text[]));
create policy intrekken on privacy.bewaartermijn for delete to la_app
  using (tweede_door is null and regio = any ((select toegang.regios('privacyfunctionaris'))::text[]));
grant update (tweede_door, tweede_op) on privacy.bewaartermijn to la_app;
grant delete on privacy.bewaartermijn to la_app;
