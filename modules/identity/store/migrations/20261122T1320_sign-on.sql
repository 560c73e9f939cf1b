-- Who somebody is at a city's own sign-on: linked by the person while signed in here, never by a mail address that looks alike.
create table identity.sign_on_link (
  id uuid primary key,
  person_id uuid not null references identity.person (id),
  city_id uuid not null references identity.city (id),
  issuer text not null,
  subject text not null,
  created_at timestamptz not null,
  unique (issuer, subject),
  unique (person_id, issuer)
);
select platform.fence('identity.sign_on_link', 'person_id = $person');
grant select, insert, delete on identity.sign_on_link to :app_role;

-- The person linked to a subject that the city's sign-on has just proved, before the transaction bears anybody.
create function identity.linked_person(given_issuer text, given_subject text) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
  linked uuid;
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  select l.person_id into linked from identity.sign_on_link l where l.issuer = given_issuer and l.subject = given_subject;
  perform set_config('qingcai.duty', duty, true);
  return linked;
end $$;
revoke all on function identity.linked_person from public;
grant execute on function identity.linked_person to :app_role;
