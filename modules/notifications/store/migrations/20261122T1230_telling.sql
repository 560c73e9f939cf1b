-- Telling people outside the platform: their confirmed addresses, what they choose, what was sent to whom when, and what became of it.

-- What a notice is decides who may leave it out: legal ones nobody. The rule it rests on stands beside it.
alter table notifications.notification
  add column class text not null default 'progress' check (class in ('legal', 'task', 'deadline', 'progress')),
  add column basis text,
  -- When it was passed on to the people of the organisation; null while that is still to do.
  add column spread_at timestamptz,
  add check ((class = 'legal') = (basis is not null));
-- What was told before there was mail is not sent afterwards.
update notifications.notification set spread_at = created_at;
create index notification_to_spread on notifications.notification (id) where spread_at is null;
grant update (spread_at) on notifications.notification to :app_role;

-- Where a person can be reached; only what they have confirmed.
create table notifications.contact (
  person_id uuid not null references identity.person (id),
  channel text not null check (channel in ('mail', 'sms')),
  address text not null,
  confirmed_at timestamptz not null,
  primary key (person_id, channel)
);

-- An address that waits for its code. The code itself is made when its message is sent, and only its hash is kept.
create table notifications.claim (
  person_id uuid not null references identity.person (id),
  channel text not null check (channel in ('mail', 'sms')),
  address text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  code_hash text,
  tries int not null default 0 check (tries >= 0),
  primary key (person_id, channel)
);
create index claim_address on notifications.claim (channel, address);

-- How a person wants to be told. Without a row the usual holds.
create table notifications.setting (
  person_id uuid primary key references identity.person (id),
  language text not null check (language in ('zh-CN', 'en')),
  digest_hour int not null check (digest_hour between 0 and 23)
);
create table notifications.preference (
  person_id uuid not null references identity.person (id),
  channel text not null check (channel in ('mail', 'sms')),
  class text not null check (class in ('legal', 'task', 'deadline', 'progress')),
  way text not null check (way in ('at-once', 'digest', 'off')),
  primary key (person_id, channel, class)
);

-- Up to where a person's digests have come: one a day, and nothing twice.
create table notifications.digest (
  person_id uuid primary key references identity.person (id),
  last_day date not null,
  up_to uuid
);

-- One message to one person (or to a bare address) on one channel: its course, and nothing that it says. The row is the job: it waits here until it is settled.
create table notifications.message (
  id uuid primary key,
  kind text not null check (kind in ('notice', 'digest', 'confirmation', 'letter')),
  class text check (class in ('legal', 'task', 'deadline', 'progress')),
  channel text not null check (channel in ('mail', 'sms')),
  city_id uuid references identity.city (id),
  person_id uuid references identity.person (id),
  organisation_id uuid references identity.organisation (id),
  notification_id uuid references notifications.notification (id),
  -- The day whose digest this is; the stem of a letter's wording.
  digest_day date,
  code text,
  -- Not sent after this.
  until timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'handing-over', 'handed-over', 'refused', 'unknown', 'given-up', 'withheld')),
  -- Why it was withheld; what the other side answered last.
  reason text,
  answer text,
  attempts int not null default 0 check (attempts >= 0),
  not_before timestamptz not null,
  -- Set before the bytes that complete it go out.
  handing_at timestamptz,
  -- The mask of the address it went to.
  sent_to text,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (notification_id, person_id, channel),
  unique (person_id, digest_day),
  check ((kind = 'notice') = (notification_id is not null)),
  check ((kind = 'notice') = (class is not null)),
  check ((kind = 'digest') = (digest_day is not null)),
  check ((kind = 'letter') = (code is not null)),
  check (person_id is not null or kind = 'letter'),
  check ((settled_at is null) = (state in ('waiting', 'handing-over')))
);
create index message_due on notifications.message (not_before) where state = 'waiting';
create index message_handing on notifications.message (handing_at) where state = 'handing-over';
create index message_person on notifications.message (person_id, id desc);
create index message_state on notifications.message (state, id desc);

-- What a message holds of its own until it is settled: then the row is removed. A letter's facts and way, which may hold a secret, and an
-- address that belongs to nobody here; the reach of a digest.
create table notifications.content (
  message_id uuid primary key references notifications.message (id),
  facts text not null,
  path text,
  address text,
  language text check (language in ('zh-CN', 'en')),
  check ((address is null) = (language is null))
);

-- The full address that a person's message went to.
create table notifications.destination (
  message_id uuid primary key references notifications.message (id),
  person_id uuid not null references identity.person (id),
  address text not null
);

-- Every try, with its end where one is known.
create table notifications.attempt (
  message_id uuid not null references notifications.message (id),
  no int not null check (no > 0),
  begun_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('accepted', 'refused', 'deferred', 'unknown', 'stopped', 'withheld')),
  answer text,
  primary key (message_id, no)
);

grant select, insert, update, delete on notifications.contact, notifications.claim, notifications.setting, notifications.preference, notifications.digest, notifications.destination to :app_role;
grant select, insert on notifications.message, notifications.attempt to :app_role;
grant select, insert, delete on notifications.content to :app_role;
grant update (state, reason, answer, attempts, not_before, handing_at, sent_to, settled_at, until) on notifications.message to :app_role;
grant update (ended_at, outcome, answer) on notifications.attempt to :app_role;

-- A person's own matter. The operator sees the course of messages and may have one sent again; what they say stands in other tables.
select platform.fence('notifications.contact', 'person_id = $person');
select platform.fence('notifications.claim', 'person_id = $person');
select platform.fence('notifications.setting', 'person_id = $person');
select platform.fence('notifications.preference', 'person_id = $person');
select platform.fence('notifications.digest', sees => 'person_id = $person', changes => 'false');
select platform.fence('notifications.message',
  sees => $$person_id = $person or exists (select from identity_read.organisation o where o.id = $organisation and o.kind = 'operator')$$,
  changes => $$exists (select from identity_read.organisation o where o.id = $organisation and o.kind = 'operator')$$,
  adds => $$person_id = $person or kind = 'letter'$$);
select platform.fence('notifications.content', sees => 'false', adds => 'true');
select platform.fence('notifications.destination', sees => 'person_id = $person', changes => 'false');
select platform.fence('notifications.attempt', sees => 'exists (select from notifications.message m where m.id = attempt.message_id)', changes => 'false');
