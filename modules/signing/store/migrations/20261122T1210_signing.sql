-- Signing: the city's own keys, people's certified keys, what was given to sign, and what was signed.
create schema signing;
create schema signing_read;
grant usage on schema signing, signing_read to :app_role;

-- The city's key, one for each suite. The private part is sealed under a key that the database never sees.
create table signing.city_key (
  city_id uuid not null,
  suite int not null,
  fingerprint text not null,
  -- Canonical text: suite, city, public key, from when, whether a demonstration.
  body text not null,
  sealed bytea not null,
  made_at timestamptz not null,
  primary key (city_id, suite)
);

-- A person's key in an organisation, certified by the city. Never changed but for its revocation.
create table signing.key (
  city_id uuid not null,
  serial text not null,
  person_id uuid not null,
  organisation_id uuid not null,
  suite int not null,
  public_key text not null,
  -- Canonical text of the certificate, and the city's signature over it.
  certificate text not null,
  certificate_signature text not null,
  -- The names behind the certificate's commitment.
  person_name text not null,
  organisation_name text not null,
  salt text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null check (valid_until > valid_from),
  revoked_at timestamptz,
  revoked_by uuid,
  revoked_for text check (revoked_for in ('lost', 'exposed', 'left', 'replaced', 'other')),
  primary key (city_id, serial),
  -- One key speaks for one person in one organisation.
  unique (city_id, public_key),
  foreign key (city_id, suite) references signing.city_key (city_id, suite),
  check ((revoked_at is null) = (revoked_for is null))
);
create index key_of_holder on signing.key (city_id, organisation_id, person_id, valid_from);

-- Sealed copies of keys of the demonstration's people, so that whoever plays one of them can sign: nothing real is ever kept here.
create table signing.demonstration_copy (
  city_id uuid not null,
  serial text not null,
  copy text not null,
  primary key (city_id, serial),
  foreign key (city_id, serial) references signing.key (city_id, serial)
);

-- What the server gave a person to sign, word for word. Never changed.
create table signing.request (
  city_id uuid not null,
  id uuid not null,
  serial text not null,
  code text not null,
  purpose text not null,
  subject text not null,
  title_zh text not null,
  title_en text not null,
  -- Canonical text of the data on the screen, and of the statement to be signed.
  data text not null,
  statement text not null,
  -- The paper among the files, by its SHA-256; null where there is none.
  paper text,
  asked_at timestamptz not null,
  lapses_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, code),
  foreign key (city_id, serial) references signing.key (city_id, serial)
);

-- The signature that answered it. Never changed, never removed.
create table signing.signature (
  city_id uuid not null,
  id uuid not null,
  signature text not null,
  signed_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, id) references signing.request (city_id, id)
);
create index request_of_subject on signing.request (city_id, subject, purpose);

grant select, insert on signing.city_key, signing.key, signing.demonstration_copy, signing.request, signing.signature to :app_role;
grant update (revoked_at, revoked_by, revoked_for) on signing.key to :app_role;
grant delete on signing.demonstration_copy to :app_role;

-- What was signed, by whom, for higher modules: never a key's secret, never the data.
create view signing_read.signature with (security_invoker) as
  select r.city_id, r.id, r.code, r.purpose, r.subject, k.serial, k.person_id, k.organisation_id, k.person_name, k.organisation_name, r.paper, r.asked_at, s.signed_at
  from signing.signature s join signing.request r on r.city_id = s.city_id and r.id = s.id join signing.key k on k.city_id = r.city_id and k.serial = r.serial;
grant select on all tables in schema signing_read to :app_role;
