-- How somebody signed in, from what kind of device, and when they last proved that it is them.
alter table identity.session add column way text, add column device text, add column touched_at timestamptz;
update identity.session set way = 'password', device = '', touched_at = opened_at;
alter table identity.session alter column way set not null, alter column device set not null, alter column touched_at set not null,
  add check (way in ('passkey', 'password', 'password-and-code', 'recovery-code', 'city-sign-on'));
grant update (touched_at) on identity.session to :app_role;

-- The public half of a passkey (WebAuthn level 3); the private one never leaves the person's device.
create table identity.passkey (
  id uuid primary key,
  person_id uuid not null references identity.person (id),
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  -- Whether the maker of the device keeps a copy, so that it survives the loss of the device.
  backed_up boolean not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz
);
create index passkey_person on identity.passkey (person_id);
-- Deleted only where a person is erased.
grant select, insert, delete on identity.passkey to :app_role;
grant update (counter, backed_up, last_used_at, ended_at) on identity.passkey to :app_role;

-- Challenges carry their own mark and end; here stand those that were answered, until they end, so that none is answered twice.
create table identity.answered_challenge (
  digest bytea primary key,
  ends_at timestamptz not null
);
create index answered_challenge_end on identity.answered_challenge (ends_at);
grant select, insert, delete on identity.answered_challenge to :app_role;
