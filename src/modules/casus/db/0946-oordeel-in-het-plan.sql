-- A list asks which files the actor sees as part of its own plan (0272). The rule is the same.
alter policy lezen on casus.casus using (id in (select z.id from toegang.zichtbaar_dossier z));
