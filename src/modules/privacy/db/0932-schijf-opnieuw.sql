-- Where no way to rewrite the disk was set, erasures were noted as rewritten all the same. Nobody can tell which: all are
-- rewritten once more, as soon as there is a way.
alter table privacy.wisregel no force row level security;
update privacy.wisregel set schoon = false;
alter table privacy.wisregel force row level security;
