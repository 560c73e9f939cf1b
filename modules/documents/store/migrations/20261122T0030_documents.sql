-- Files that organisations handed in, and the typed evidence they are. Neither belongs to a city; their uses do.
create schema documents;
create schema documents_read;
grant usage on schema documents, documents_read to :app_role;

create table documents.upload (
  id uuid primary key,
  organisation_id uuid not null references identity.organisation (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  kind text not null check (kind in ('pdf', 'png', 'jpeg', 'xlsx')),
  -- As the sender called it, cleaned; never a path, never in the ledger.
  name text not null,
  uploaded_by uuid references identity.person (id),
  uploaded_at timestamptz not null,
  -- The same content of the same organisation is one upload, however often it is sent.
  unique (organisation_id, sha256)
);

create table documents.evidence (
  id uuid primary key,
  kind text not null check (kind in ('TEST_REPORT', 'CERTIFICATE', 'LABEL', 'EPD', 'DECLARATION', 'BASIC_QUALIFICATION', 'COMMITMENT', 'TRADEMARK', 'PHOTO')),
  number text,
  holder_organisation_id uuid not null references identity.organisation (id),
  issuer text,
  issued_on date,
  -- The last day on which it holds; null where the paper names none.
  valid_until date,
  upload_id uuid not null references documents.upload (id),
  state text not null check (state in ('submitted', 'confirmed', 'refused', 'withdrawn')),
  submitted_by uuid references identity.person (id),
  submitted_at timestamptz not null,
  -- Who confirmed or refused it: a person of the centre, and for which city.
  decided_by uuid references identity.person (id),
  decided_for uuid references identity.organisation (id),
  decided_in uuid references identity.city (id),
  decided_at timestamptz,
  reason text,
  withdrawn_at timestamptz,
  check (valid_until >= issued_on),
  check (state not in ('confirmed', 'refused') or (decided_by is not null and decided_for is not null and decided_in is not null and decided_at is not null)),
  check ((state = 'refused') <= (reason is not null)),
  check (decided_for <> holder_organisation_id)
);
create index evidence_holder on documents.evidence (holder_organisation_id, submitted_at desc, id desc);
create index evidence_upload on documents.evidence (upload_id);

-- The values a paper states, as it prints them.
create table documents.evidence_value (
  evidence_id uuid not null references documents.evidence (id),
  place int not null,
  indicator_code text,
  printed text not null,
  unit text,
  primary key (evidence_id, place)
);

-- Where evidence serves. A city's own rows: they decide which bodies of the city may see it.
create table documents.evidence_use (
  city_id uuid not null references identity.city (id),
  evidence_id uuid not null references documents.evidence (id),
  subject_kind text not null,
  subject_id uuid not null,
  purpose text not null,
  used_at timestamptz not null,
  primary key (city_id, evidence_id, subject_kind, subject_id, purpose)
);
create index evidence_use_subject on documents.evidence_use (city_id, subject_kind, subject_id);
create index evidence_use_evidence on documents.evidence_use (evidence_id);

grant select, insert on documents.upload, documents.evidence, documents.evidence_value, documents.evidence_use to :app_role;
grant update (state, decided_by, decided_for, decided_in, decided_at, reason, withdrawn_at) on documents.evidence to :app_role;

create view documents_read.upload with (security_invoker) as
  select id, organisation_id, sha256, bytes, kind, name, uploaded_at from documents.upload;
create view documents_read.evidence with (security_invoker) as
  select id, kind, number, holder_organisation_id, issuer, issued_on, valid_until, upload_id, state, submitted_at, decided_at from documents.evidence;
create view documents_read.evidence_use with (security_invoker) as
  select city_id, evidence_id, subject_kind, subject_id, purpose, used_at from documents.evidence_use;
grant select on all tables in schema documents_read to :app_role;
