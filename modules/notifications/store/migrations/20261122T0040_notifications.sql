-- What organisations are told inside the platform. Words are not stored: the code and its facts are, and each reader hears them in their language.
create schema notifications;
grant usage on schema notifications to :app_role;

create table notifications.notification (
  id uuid primary key,
  organisation_id uuid not null references identity.organisation (id),
  -- The city it speaks of; null where it speaks of none.
  city_id uuid references identity.city (id),
  code text not null check (code ~ '^[a-z-]+\.notice\.[a-z0-9.-]+$'),
  subject_kind text not null,
  subject_id text not null,
  -- JSON of the facts, as the wording needs them.
  facts text not null,
  -- Where to go: from the root of the site, without the city.
  path text check (path ~ '^/[^/]'),
  -- The event that caused it, where one did: told twice, it is written once.
  cause uuid,
  created_at timestamptz not null,
  unique (organisation_id, code, cause)
);
create index notification_organisation on notifications.notification (organisation_id, id desc);

-- Who read what. Everything up to `up_to` was read at one stroke; single ones stand by themselves.
create table notifications.read_up_to (
  person_id uuid not null references identity.person (id),
  organisation_id uuid not null references identity.organisation (id),
  up_to uuid not null,
  primary key (person_id, organisation_id)
);
create table notifications.read_one (
  person_id uuid not null references identity.person (id),
  notification_id uuid not null references notifications.notification (id),
  read_at timestamptz not null,
  primary key (person_id, notification_id)
);

grant select, insert on notifications.notification, notifications.read_one, notifications.read_up_to to :app_role;
grant update (up_to) on notifications.read_up_to to :app_role;
