-- A request of a person concerned has a term of its own, file or no file: it comes on a list, two people agree, the row
-- and its key go. Tables that hang on a request reference it on delete cascade.
alter table privacy.vernietigingsregel
  add verzoek_id uuid references privacy.verzoek on delete set null,
  add check (num_nonnulls(dossier_id, verzoek_id) <= 1);
create unique index vernietigingsregel_verzoek on privacy.vernietigingsregel (verzoek_id) where stand = 'open';
comment on table privacy.vernietigingsregel is 'Eén dossier of verzoek op een vernietigingslijst; na vernietiging zonder kenmerk daarvan';
comment on column privacy.vernietigingsregel.verzoek_id is 'Verzoek waarvan de termijn om is; leeg bij een dossier en na vernietiging [klasse: stelsel]';
comment on column privacy.vernietigingsregel.jaar is 'Jaar van de laatste wijziging of van het besluit [klasse: feit]';
-- Who does not see the request does not see its line and cannot agree to it.
create policy verzoek on privacy.vernietigingsregel as restrictive for all to la_app
  using (verzoek_id is null or stelsel.is_stelsel() or exists (select 1 from privacy.verzoek v where v.id = verzoek_id));
-- Row security lets only the system delete: by an approved list.
grant delete on privacy.verzoek to la_app;
