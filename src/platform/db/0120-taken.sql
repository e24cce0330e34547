-- Background work. The job queue makes and upgrades its own tables here, logged in as la_taken: the one role
-- that may create in this schema and the only one that can read it. Payloads carry ids, numbers and codes.
create schema taken;
comment on schema taken is 'Achtergrondwerk: alleen de rol la_taken, opdrachten dragen alleen kenmerken';
revoke all on schema taken from public;
grant usage, create on schema taken to la_taken;
