create schema laboratories;
create schema laboratories_read;
grant usage on schema laboratories, laboratories_read to :app_role;

-- A test report as read by machine. It belongs to its evidence record; no city owns it.
create table laboratories.report (
  id uuid primary key,
  evidence_id uuid not null unique references documents.evidence (id),
  sha256 text not null,
  state text not null check (state in ('queued', 'read', 'unreadable')),
  -- Why it cannot be read: a code with its wording and remedy.
  failure text,
  -- Cells with their places, as the confined reader gave them.
  pages jsonb,
  submitted_at timestamptz not null,
  read_at timestamptz,
  check ((state = 'read') = (pages is not null)),
  check ((state = 'unreadable') = (failure is not null))
);

-- A value typed in by the holder for an indicator that the machine could not read. It proves nothing before it is settled.
create table laboratories.entered_value (
  city_id uuid not null,
  report_id uuid not null references laboratories.report (id),
  indicator_code text not null,
  printed text not null,
  unit text not null,
  page int not null,
  person_id uuid not null references identity.person (id),
  organisation_id uuid not null references identity.organisation (id),
  entered_at timestamptz not null,
  primary key (city_id, report_id, indicator_code)
);

-- What a person of the centre found beside the page: the value as printed, compared with the report by eye.
create table laboratories.settled_reading (
  city_id uuid not null,
  report_id uuid not null references laboratories.report (id),
  indicator_code text not null,
  decision text not null check (decision in ('confirmed', 'corrected', 'not-in-report')),
  printed text,
  unit text,
  -- The person took the report's method as equivalent to the indicator's, and says why in the note.
  method_accepted boolean not null default false,
  note text,
  person_id uuid not null references identity.person (id),
  organisation_id uuid not null references identity.organisation (id),
  settled_at timestamptz not null,
  primary key (city_id, report_id, indicator_code),
  check ((decision = 'not-in-report') = (printed is null)),
  check (not method_accepted or note is not null)
);

grant select, insert on laboratories.report, laboratories.entered_value, laboratories.settled_reading to :app_role;
grant update (state, failure, pages, read_at) on laboratories.report to :app_role;
grant update (printed, unit, page, person_id, organisation_id, entered_at) on laboratories.entered_value to :app_role;
grant update (decision, printed, unit, method_accepted, note, person_id, organisation_id, settled_at) on laboratories.settled_reading to :app_role;

create view laboratories_read.report with (security_invoker) as select id, evidence_id, state, failure, read_at from laboratories.report;
grant select on all tables in schema laboratories_read to :app_role;
