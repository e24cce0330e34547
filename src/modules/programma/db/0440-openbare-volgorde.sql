-- The order that the public sees is what was published, not the order of the working version.
alter table programma.onderdeel add column openbare_volgorde integer;
comment on column programma.onderdeel.openbare_volgorde is 'Plaats in de gepubliceerde lijst; leeg is niet openbaar [klasse: stelsel]';
grant update (openbare_volgorde) on programma.onderdeel to la_app;
-- The owner of the table is bound by its policies too, and none is made for the owner.
alter table programma.onderdeel no force row level security;
update programma.onderdeel set openbare_volgorde = volgorde where openbare_versie is not null;
alter table programma.onderdeel force row level security;
