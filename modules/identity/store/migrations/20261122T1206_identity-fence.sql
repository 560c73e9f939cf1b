-- Which cities and organisations there are is public; so is an organisation's credit code (统一社会信用代码).
select platform.fence('identity.city', sees => 'true', changes => 'false');
-- A supplier registers itself; every other body is founded.
select platform.fence('identity.organisation', sees => 'true', changes => 'id = $organisation', adds => 'kind = ''supplier'' and home_city_id is null');

-- A membership is seen by its person and by its organisation, and is the organisation's to give.
select platform.fence('identity.membership', sees => 'person_id = $person or organisation_id = $organisation', changes => 'organisation_id = $organisation');

-- A person sees themselves and whoever they share the present organisation with. Whoever registers makes a person.
select platform.fence('identity.person', changes => 'id = $person', adds => 'true',
  sees => 'id = $person or exists (select from identity.membership m where m.organisation_id = $organisation and m.person_id = person.id)');
select platform.fence('identity.session', 'person_id = $person');

select platform.fence('identity.passkey', 'person_id = $person');
-- Digests of challenges that were answered, until they end: nobody's, and nothing to learn from.
select platform.fence('identity.answered_challenge', 'true');

-- Logins and password hashes are read by one function only, and nobody can list them.
revoke select on identity.person from :app_role;
grant select (id, name, demo, created_at) on identity.person to :app_role;
create function identity.credential(given_login text) returns table (id uuid, name text, password_hash text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select p.id, p.name, p.password_hash from identity.person p where p.login = given_login;
  perform set_config('qingcai.duty', duty, true);
end $$;

-- What the person whose seat the transaction has signs in by.
create function identity.own_account() returns table (id uuid, name text, login text, password_hash text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select p.id, p.name, p.login, p.password_hash from identity.person p where p.id = platform.person();
  perform set_config('qingcai.duty', duty, true);
end $$;

-- The passkey that an answer names, before anybody has proved whose it is; held until the transaction ends, so that its counter goes up one by one.
create function identity.passkey_of(given_credential text) returns setof identity.passkey
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select p.* from identity.passkey p where p.credential_id = given_credential and p.ended_at is null for update;
  perform set_config('qingcai.duty', duty, true);
end $$;

-- Who stands behind a token: asked by every request before it bears anybody. Knows the hash or learns nothing.
create function identity.session_of(given_hash bytea) returns table (
  id uuid, person_id uuid, person_name text, last_seen_at timestamptz, ends_at timestamptz, ended_at timestamptz, touched_at timestamptz, now timestamptz,
  membership_id uuid, organisation_id uuid, organisation_name text, kind text, home_city_id uuid, roles text[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select s.id, s.person_id, p.name, s.last_seen_at, s.ends_at, s.ended_at, s.touched_at, pg_catalog.now(), m.id, o.id, o.name, o.kind, o.home_city_id, m.roles
    from identity.session s join identity.person p on p.id = s.person_id
    left join identity.membership m on m.id = s.membership_id and m.ended_at is null
    left join identity.organisation o on o.id = m.organisation_id
    where s.token_hash = given_hash;
  perform set_config('qingcai.duty', duty, true);
end $$;

-- Notes the visit of a session that lives.
create function identity.visit(given_session uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  update identity.session s set last_seen_at = pg_catalog.now() where s.id = given_session and s.ended_at is null;
  perform set_config('qingcai.duty', duty, true);
end $$;

-- The name beside an act: whoever may see the row that names the person may know the name. Signed in only.
create function identity_read.person_name(given_person uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
  found text;
begin
  if given_person is null or (duty = '' and coalesce(current_setting('qingcai.person', true), '') = '') then return null; end if;
  perform set_config('qingcai.duty', 'upkeep', true);
  select p.name into found from identity.person p where p.id = given_person;
  perform set_config('qingcai.duty', duty, true);
  return found;
end $$;

revoke all on function identity.credential, identity.own_account, identity.passkey_of, identity.session_of, identity.visit, identity_read.person_name from public;
grant execute on function identity.credential, identity.own_account, identity.passkey_of, identity.session_of, identity.visit, identity_read.person_name to :app_role;
