-- What a person asked about their own data: a copy of it, or its erasure (个人信息保护法 art. 45, 47, 50).
create schema privacy;
create schema privacy_read;
grant usage on schema privacy, privacy_read to :app_role;

-- A copy of one person's data, made by a job and removed after seven days.
create table privacy.export (
  id uuid primary key,
  person_id uuid not null references identity.person (id),
  state text not null check (state in ('asked', 'ready', 'too-large')),
  rows int,
  asked_at timestamptz not null,
  ready_at timestamptz,
  ends_at timestamptz not null
);
create index export_person on privacy.export (person_id, asked_at desc);
create table privacy.export_part (
  export_id uuid not null references privacy.export (id) on delete cascade,
  part_no int not null,
  -- JSON of rows of one table, as it stands in the file.
  body text not null,
  primary key (export_id, part_no)
);
grant select, insert, delete on privacy.export, privacy.export_part to :app_role;
grant update (state, rows, ready_at) on privacy.export to :app_role;

create table privacy.erasure (
  id uuid primary key,
  person_id uuid not null references identity.person (id),
  state text not null check (state in ('asked', 'agreed-once', 'agreed', 'done', 'withdrawn', 'refused')),
  asked_at timestamptz not null,
  -- Two different people carry it out.
  first_by uuid references identity.person (id),
  first_at timestamptz,
  second_by uuid references identity.person (id),
  second_at timestamptz,
  refused_by uuid references identity.person (id),
  refused_at timestamptz,
  reason text,
  done_at timestamptz,
  check (first_by <> second_by),
  check (person_id not in (first_by, second_by, refused_by)),
  check ((state = 'refused') = (reason is not null)),
  check (state not in ('agreed', 'done') or (first_by is not null and second_by is not null))
);
create unique index erasure_open on privacy.erasure (person_id) where state in ('asked', 'agreed-once', 'agreed');

-- What becomes of each column, in figures: counted when it was asked for, told again when it was done.
create table privacy.outcome (
  erasure_id uuid not null references privacy.erasure (id),
  table_name text not null,
  column_name text not null,
  keep text not null,
  erased int not null,
  kept int not null,
  -- The last day of keeping; null where nothing is kept, or where nobody can tell and a person decides.
  kept_until date,
  primary key (erasure_id, table_name, column_name)
);
-- Rows whose names and telephones are kept by law and shown only to who watches over the purchase (个人信息保护法 art. 47: nothing but storing and protecting).
create table privacy.restricted (
  table_name text not null,
  row_key text not null,
  erasure_id uuid not null references privacy.erasure (id),
  primary key (table_name, row_key)
);
grant select, insert on privacy.erasure, privacy.outcome, privacy.restricted to :app_role;
grant update (state, first_by, first_at, second_by, second_at, refused_by, refused_at, reason, done_at) on privacy.erasure to :app_role;
grant delete on privacy.outcome to :app_role;

select platform.fence('privacy.export', 'person_id = $person');
select platform.fence('privacy.export_part', 'exists (select from privacy.export e where e.id = export_part.export_id)', changes => 'false');
select platform.fence('privacy.erasure', sees => 'person_id = $person or exists (select from identity_read.organisation o where o.id = $organisation and o.kind = ''operator'')', adds => 'person_id = $person');
select platform.fence('privacy.outcome', sees => 'exists (select from privacy.erasure e where e.id = outcome.erasure_id)', changes => 'false');
select platform.fence('privacy.restricted', sees => 'true', changes => 'false');

create view privacy_read.restricted with (security_invoker) as select table_name, row_key from privacy.restricted;
grant select on all tables in schema privacy_read to :app_role;
