-- Work that ends the whole process would be begun again at every start, and end that process too. How often it was begun
-- without getting anywhere is counted before it begins; whoever starts it looks at the count first.
alter table datalab.publicatie_werk add column begonnen int not null default 0 check (begonnen >= 0);
comment on column datalab.publicatie_werk.begonnen is 'Keren dat het rekenen begon sinds het voor het laatst verder kwam [klasse: stelsel]';
grant update (begonnen) on datalab.publicatie_werk to la_app;

create or replace function datalab.werk_van_de_toets() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.toets, new.oordeel, new.wijze, new.fout, new.begonnen)
      is distinct from (old.toets, old.oordeel, old.wijze, old.fout, old.begonnen)
      and not datalab.is_rekenaar() then
    raise exception 'wat de toets vond schrijft alleen de toets' using errcode = 'check_violation';
  end if;
  return new;
end $$;
