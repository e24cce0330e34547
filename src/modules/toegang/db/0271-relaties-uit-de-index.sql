-- What every list asks first: the relations of one person. All that the rule reads of them stands in the index, so that a
-- professional with thirty files costs a few pages and not thirty. The plan is the same for everybody: choosing it anew
-- for each actor costs more than it can win.
drop index toegang.relatie_persoon;
create index relatie_persoon on toegang.relatie (persoon_id, doel) include (dossier_id, organisatie_id, van, tot);
alter function toegang.dossiers() set plan_cache_mode = 'force_generic_plan';

-- Files in which the actor may stand (ADR 0010), now as a view: it becomes part of the plan of the list that asks it,
-- where the function of 0260 was a question of its own. It reads as its owner, and shows what the function showed: the
-- actor's own open relations and break-glass, as ids of files. It finds; the policy of each table judges.
create view toegang.mogelijk_dossier as
  select r.dossier_id id from toegang.relatie r
    where r.persoon_id = stelsel.persoon() and (r.tot is null or r.tot > stelsel.vandaag())
  union all select n.dossier_id from toegang.noodtoegang n where n.persoon_id = stelsel.persoon() and n.tot > now();
comment on view toegang.mogelijk_dossier is 'Dossiers waarin wie handelt kan staan: om te vinden, niet om te oordelen';
comment on column toegang.mogelijk_dossier.id is 'Dossier [klasse: stelsel]';
grant select on toegang.mogelijk_dossier to la_app;
drop function toegang.mogelijke_dossiers();
