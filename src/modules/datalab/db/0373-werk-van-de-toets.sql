-- What the audit found, and how the choice was made, is written by the work that found it, and by nobody's hand: the rule
-- of 0320 for the release, for the work behind it too.
create function datalab.werk_van_de_toets() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.toets, new.oordeel, new.wijze, new.fout) is distinct from (old.toets, old.oordeel, old.wijze, old.fout)
      and not datalab.is_rekenaar() then
    raise exception 'wat de toets vond schrijft alleen de toets' using errcode = 'check_violation';
  end if;
  return new;
end $$;
revoke all on function datalab.werk_van_de_toets() from public;
create trigger werk_van_de_toets before update on datalab.publicatie_werk
  for each row execute function datalab.werk_van_de_toets();
