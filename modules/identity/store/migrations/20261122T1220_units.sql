-- People of a unit: who was given which role when and by whom, invitations, and the powerful roles that need a second person.

-- A person may come back to an organisation; two memberships at a time they may not have.
alter table identity.membership drop constraint membership_person_id_organisation_id_key;
create unique index membership_current on identity.membership (person_id, organisation_id) where ended_at is null;

-- The history of each role of each membership; `membership.roles` is what holds now.
create table identity.role_grant (
  membership_id uuid not null references identity.membership (id),
  role text not null,
  granted_at timestamptz not null,
  -- Who gave it and in which role; null where it came with the registration of the organisation.
  granted_by uuid references identity.person (id),
  granted_as text,
  -- The second person, where the role needs two.
  confirmed_by uuid references identity.person (id),
  confirmed_as text,
  ended_at timestamptz,
  primary key (membership_id, role, granted_at),
  check ((granted_by is null) = (granted_as is null)),
  check ((confirmed_by is null) = (confirmed_as is null)),
  check (confirmed_by is null or confirmed_by is distinct from granted_by)
);
create unique index role_grant_current on identity.role_grant (membership_id, role) where ended_at is null;

-- Whoever registered a supplier speaks for it: the oldest membership administers the unit.
update identity.membership m set roles = m.roles || array['unit.administrator']
  from identity.organisation o
  where o.id = m.organisation_id and o.kind = 'supplier' and not 'unit.administrator' = any(m.roles)
    and m.id = (select x.id from identity.membership x where x.organisation_id = m.organisation_id and x.ended_at is null order by x.created_at, x.id limit 1);
insert into identity.role_grant (membership_id, role, granted_at, ended_at)
  select m.id, r.role, m.created_at, m.ended_at from identity.membership m, unnest(m.roles) as r (role);

create table identity.invitation (
  id uuid primary key,
  organisation_id uuid not null references identity.organisation (id),
  -- Whom the inviter means; the invited person writes their own name.
  name text not null,
  -- The account it is shown to after signing in, and where a mail would go; either, both or neither (the link alone).
  login text,
  mail text,
  roles text[] not null check (cardinality(roles) > 0),
  invited_by uuid not null references identity.person (id),
  invited_as text not null,
  invited_at timestamptz not null,
  ends_at timestamptz not null,
  withdrawn_at timestamptz,
  accepted_at timestamptz,
  accepted_by uuid references identity.person (id),
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or withdrawn_at is null)
);
create index invitation_organisation on identity.invitation (organisation_id, id desc);
create index invitation_login on identity.invitation (login) where accepted_at is null and withdrawn_at is null;

-- Links are stored hashed, one for each way by which they leave: the inviter's own and the mail's. A new one takes the place of the old.
create table identity.invitation_token (
  invitation_id uuid not null references identity.invitation (id),
  channel text not null check (channel in ('inviter', 'mail')),
  token_hash bytea not null unique,
  made_at timestamptz not null,
  primary key (invitation_id, channel)
);

-- A powerful role is proposed by one and confirmed by another.
create table identity.role_proposal (
  id uuid primary key,
  organisation_id uuid not null references identity.organisation (id),
  invitation_id uuid references identity.invitation (id),
  membership_id uuid references identity.membership (id),
  roles text[] not null check (cardinality(roles) > 0),
  proposed_by uuid not null references identity.person (id),
  proposed_as text not null,
  proposed_at timestamptz not null,
  decision text check (decision in ('confirmed', 'refused', 'withdrawn')),
  decided_by uuid references identity.person (id),
  decided_as text,
  decided_at timestamptz,
  reason text,
  check (num_nonnulls(invitation_id, membership_id) = 1),
  check ((decision is null) = (decided_at is null)),
  check (decision is distinct from 'confirmed' or decided_by is distinct from proposed_by)
);
create index role_proposal_open on identity.role_proposal (organisation_id) where decision is null;
create unique index role_proposal_invitation on identity.role_proposal (invitation_id) where invitation_id is not null;
create unique index role_proposal_membership on identity.role_proposal (membership_id) where membership_id is not null and decision is null;

grant select, insert on identity.role_grant, identity.invitation, identity.invitation_token, identity.role_proposal to :app_role;
grant update (ended_at) on identity.role_grant to :app_role;
grant update (withdrawn_at, accepted_at, accepted_by, name, login, mail) on identity.invitation to :app_role;
grant update (token_hash, made_at), delete on identity.invitation_token to :app_role;
grant update (decision, decided_by, decided_as, decided_at, reason) on identity.role_proposal to :app_role;

-- The second fence. A unit's people are its own and, where the unit is of a city, its housing department's and its centre's as well.
select platform.fence('identity.membership',
  sees => 'person_id = $person or organisation_id = $organisation or ($office in (''housing'', ''centre'') and organisation_id in (select o.id from identity.organisation o where o.home_city_id = $city))',
  changes => 'organisation_id = $organisation or ($office in (''housing'', ''centre'') and organisation_id in (select o.id from identity.organisation o where o.home_city_id = $city))',
  adds => 'organisation_id = $organisation');
select platform.fence('identity.role_grant',
  sees => 'exists (select from identity.membership m where m.id = membership_id)',
  changes => 'exists (select from identity.membership m where m.id = membership_id and (m.organisation_id = $organisation or $office in (''housing'', ''centre'')))');
select platform.fence('identity.invitation', 'organisation_id = $organisation or ($office in (''housing'', ''centre'') and organisation_id in (select o.id from identity.organisation o where o.home_city_id = $city))');
select platform.fence('identity.invitation_token', 'exists (select from identity.invitation i where i.id = invitation_id)');
select platform.fence('identity.role_proposal', 'organisation_id = $organisation or ($office in (''housing'', ''centre'') and organisation_id in (select o.id from identity.organisation o where o.home_city_id = $city))');
-- The city's desks register its units.
select platform.fence('identity.organisation', sees => 'true', changes => 'id = $organisation',
  adds => '(kind = ''supplier'' and home_city_id is null) or (home_city_id = $city and $office in (''housing'', ''centre''))');

-- Into which unit a link leads: asked by whoever holds it, before they belong to anything. Knows the hash or learns nothing.
create function identity.invitation_behind(given_hash bytea) returns table (id uuid, organisation_id uuid, invited_by_name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select i.id, i.organisation_id, p.name from identity.invitation_token t join identity.invitation i on i.id = t.invitation_id join identity.person p on p.id = i.invited_by
    where t.token_hash = given_hash;
  perform set_config('qingcai.duty', duty, true);
end $$;

-- The invitations made out to the account of the person whose seat the transaction has, that nobody has taken or taken back.
create function identity.invitations_to_me() returns table (id uuid, organisation_id uuid, invited_by_name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select i.id, i.organisation_id, p.name from identity.invitation i join identity.person p on p.id = i.invited_by
    where i.login = (select me.login from identity.person me where me.id = platform.person()) and i.accepted_at is null and i.withdrawn_at is null and i.ends_at > pg_catalog.now()
    order by i.id desc limit 20;
  perform set_config('qingcai.duty', duty, true);
end $$;

-- Whom a person may ask for more: the administrators of the units they belong to.
create function identity.my_administrators() returns table (organisation_id uuid, name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select m.organisation_id, p.name from identity.membership m join identity.person p on p.id = m.person_id
    where m.ended_at is null and 'unit.administrator' = any(m.roles)
      and m.organisation_id in (select mine.organisation_id from identity.membership mine where mine.person_id = platform.person() and mine.ended_at is null)
    order by m.created_at, m.id limit 200;
  perform set_config('qingcai.duty', duty, true);
end $$;

revoke all on function identity.invitation_behind, identity.invitations_to_me, identity.my_administrators from public;
grant execute on function identity.invitation_behind, identity.invitations_to_me, identity.my_administrators to :app_role;
