-- What the data map says is erased, the application may erase: the account of a person who asked for it, and the log of their sessions.
grant update (name, login) on identity.person to :app_role;
grant update (token_hash) on identity.session to :app_role;
grant delete on identity.session, identity.passkey to :app_role;

-- Memberships past and present, as far as the asker may see them: for finding what bears a person's name alone.
create view identity_read.every_membership with (security_invoker) as select person_id, organisation_id, ended_at from identity.membership;
grant select on identity_read.every_membership to :app_role;

-- How many organisations a person still acts for: for whoever decides on an erasure and may not see the memberships of others. A number only.
create function identity_read.memberships_of(given_person uuid) returns int
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
  found int;
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  select count(*) into found from identity.membership m where m.person_id = given_person and m.ended_at is null;
  perform set_config('qingcai.duty', duty, true);
  return found;
end $$;
revoke all on function identity_read.memberships_of from public;
grant execute on function identity_read.memberships_of to :app_role;
