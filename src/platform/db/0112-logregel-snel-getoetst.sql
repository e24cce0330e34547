-- The same checks for less: PostgreSQL counts its way through a bounded repetition, and a row of the log has
-- some fifteen of them. A length beside an unbounded one says the same.
create or replace function audit.alleen_codes(d jsonb) returns boolean language sql immutable parallel safe as $$
  select jsonb_typeof(d) = 'object' and coalesce(bool_and(
    key ~ '^[a-z][a-z0-9_]*$' and length(key) <= 41 and case jsonb_typeof(value)
      when 'string' then value #>> '{}' ~ '^[a-z0-9_.:-]+$' and length(value #>> '{}') <= 64
      when 'number' then true when 'boolean' then true when 'null' then true else false end), true)
  from jsonb_each(d) $$;

alter table audit.logregel
  drop constraint logregel_handeling_check, drop constraint logregel_soort_check,
  drop constraint logregel_object_check, drop constraint logregel_reden_check,
  add constraint logregel_handeling_check check (handeling ~ '^[a-z][a-z0-9_.]*$' and length(handeling) <= 81),
  add constraint logregel_soort_check check (soort ~ '^[a-z][a-z0-9_.]*$' and length(soort) <= 81),
  add constraint logregel_object_check check (object ~ '^[A-Za-z0-9_.:-]+$' and length(object) <= 64),
  add constraint logregel_reden_check check (reden ~ '^[a-z][a-z0-9_.]*$' and length(reden) <= 81);
