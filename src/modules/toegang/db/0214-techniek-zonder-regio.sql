-- The technical administrator is of the installation, not of a region: nobody who administers a region can make one.
alter table toegang.lidmaatschap add constraint techniek_zonder_regio
  check ((rol = 'technisch_beheerder') = (regio is null));
alter policy beheer on toegang.lidmaatschap
  with check (stelsel.is_stelsel() or (persoon_id <> stelsel.persoon() and rol <> 'technisch_beheerder'
    and regio = any ((select toegang.regios('accountbeheerder'))::text[])));
