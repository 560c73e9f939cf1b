-- The secret of a person's authenticator (RFC 6238), sealed under the installation's key, which is not in the database.
-- `last_step` is the time step of the code used last: no code of it or before is taken again.
create table identity.one_time_code (
  person_id uuid primary key references identity.person (id),
  secret_sealed bytea not null,
  last_step bigint not null,
  created_at timestamptz not null
);
select platform.fence('identity.one_time_code', 'person_id = $person');
grant select, insert, update, delete on identity.one_time_code to :app_role;

-- Recovery codes were shown once; here stands a mark of each, made under the installation's key.
create table identity.recovery_code (
  id uuid primary key,
  person_id uuid not null references identity.person (id),
  digest bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  unique (person_id, digest)
);
select platform.fence('identity.recovery_code', 'person_id = $person');
grant select, insert, delete on identity.recovery_code to :app_role;
grant update (used_at) on identity.recovery_code to :app_role;

-- Spends a code of somebody who has nothing else to show yet. Knows the mark of an unused code or changes nothing.
create function identity.spend_recovery_code(given_person uuid, given_digest bytea, given_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
  spent boolean;
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  update identity.recovery_code c set used_at = given_at where c.person_id = given_person and c.digest = given_digest and c.used_at is null;
  spent := found;
  perform set_config('qingcai.duty', duty, true);
  return spent;
end $$;
revoke all on function identity.spend_recovery_code from public;
grant execute on function identity.spend_recovery_code to :app_role;
