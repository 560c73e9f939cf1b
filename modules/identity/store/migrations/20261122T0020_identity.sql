create schema identity;
create schema identity_read;
grant usage on schema identity, identity_read to :app_role;

create table identity.city (
  id uuid primary key,
  slug text not null unique,
  name_zh text not null,
  name_en text not null,
  -- Everything in a demonstration city is invented, and every page of it says so.
  demo boolean not null,
  created_at timestamptz not null
);

create table identity.organisation (
  id uuid primary key,
  kind text not null check (kind in ('buyer', 'centre', 'housing', 'finance', 'supplier', 'laboratory', 'certifier', 'bank', 'expert', 'operator')),
  name text not null,
  -- 统一社会信用代码; null where the organisation has none.
  credit_code text unique,
  -- The one city a public body serves; null for whoever acts in every city.
  home_city_id uuid references identity.city (id),
  demo boolean not null,
  created_at timestamptz not null,
  check ((kind in ('buyer', 'centre', 'housing', 'finance')) = (home_city_id is not null))
);

create table identity.person (
  id uuid primary key,
  name text not null,
  login text not null unique,
  password_hash text not null,
  demo boolean not null,
  created_at timestamptz not null
);

create table identity.membership (
  id uuid primary key,
  person_id uuid not null references identity.person (id),
  organisation_id uuid not null references identity.organisation (id),
  roles text[] not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (person_id, organisation_id)
);
create index membership_organisation on identity.membership (organisation_id);

-- Tokens are stored hashed: who reads this table cannot act as anybody.
create table identity.session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references identity.person (id),
  membership_id uuid references identity.membership (id),
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on identity.session (person_id);

grant select, insert on identity.city, identity.organisation, identity.person, identity.membership, identity.session to :app_role;
grant update (ended_at, roles) on identity.membership to :app_role;
grant update (last_seen_at, membership_id, ended_at) on identity.session to :app_role;
grant update (password_hash) on identity.person to :app_role;

create view identity_read.city with (security_invoker) as select id, slug, name_zh, name_en, demo from identity.city;
create view identity_read.organisation with (security_invoker) as select id, kind, name, credit_code, home_city_id, demo from identity.organisation;
create view identity_read.person with (security_invoker) as select id, name, demo from identity.person;
create view identity_read.membership with (security_invoker) as select id, person_id, organisation_id, roles from identity.membership where ended_at is null;
grant select on all tables in schema identity_read to :app_role;
