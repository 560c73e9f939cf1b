create schema suppliers;
create schema suppliers_read;
grant usage on schema suppliers, suppliers_read to :app_role;

-- What no city owns: who the supplier is. Its name and credit code stand in identity.
create table suppliers.supplier (
  organisation_id uuid primary key references identity.organisation (id),
  kind text not null check (kind in ('maker', 'distributor')),
  address text not null,
  contact_name text not null,
  phone text not null,
  created_at timestamptz not null
);

-- What a city owns: whether it lets the supplier in. A refused or withdrawn admission stays; another one may follow it.
create table suppliers.admission (
  city_id uuid not null references identity.city (id),
  id uuid not null,
  organisation_id uuid not null references suppliers.supplier (organisation_id),
  status text not null check (status in ('draft', 'submitted', 'returned', 'admitted', 'refused', 'withdrawn')),
  -- How many times it was submitted.
  round integer not null check (round >= 0),
  -- The last one of its supplier in this city.
  current boolean not null,
  opened_at timestamptz not null,
  status_since timestamptz not null,
  primary key (city_id, id),
  check ((status = 'draft') = (round = 0))
);
create unique index admission_current on suppliers.admission (city_id, organisation_id) where current;
create index admission_queue on suppliers.admission (city_id, status, status_since) where current;
create index admission_organisation on suppliers.admission (organisation_id);

-- The piece that stands for each kind of evidence; replaced while the admission is with the supplier.
create table suppliers.admission_evidence (
  city_id uuid not null,
  admission_id uuid not null,
  kind text not null check (kind in ('BASIC_QUALIFICATION', 'COMMITMENT', 'TRADEMARK')),
  evidence_id uuid not null references documents.evidence (id),
  attached_at timestamptz not null,
  primary key (city_id, admission_id, kind),
  foreign key (city_id, admission_id) references suppliers.admission (city_id, id)
);
create index admission_evidence_used on suppliers.admission_evidence (evidence_id);

create table suppliers.submission (
  city_id uuid not null,
  admission_id uuid not null,
  round integer not null check (round > 0),
  -- The rule set it was judged complete under.
  rule_set text not null,
  submitted_by uuid references identity.person (id),
  submitted_at timestamptz not null,
  primary key (city_id, admission_id, round),
  foreign key (city_id, admission_id) references suppliers.admission (city_id, id)
);

-- One decision per round: the key itself lets only one reviewer win.
create table suppliers.decision (
  city_id uuid not null,
  admission_id uuid not null,
  round integer not null,
  decision text not null check (decision in ('admit', 'return', 'refuse')),
  reasons text not null,
  decided_by uuid references identity.person (id),
  decided_at timestamptz not null,
  primary key (city_id, admission_id, round),
  foreign key (city_id, admission_id, round) references suppliers.submission (city_id, admission_id, round),
  check (decision = 'admit' or reasons <> '')
);

create table suppliers.evidence_verdict (
  city_id uuid not null,
  admission_id uuid not null,
  round integer not null,
  kind text not null,
  evidence_id uuid not null references documents.evidence (id),
  accepted boolean not null,
  reason text,
  primary key (city_id, admission_id, round, kind),
  foreign key (city_id, admission_id, round) references suppliers.decision (city_id, admission_id, round),
  check (accepted or reason <> '')
);

grant select, insert on suppliers.supplier, suppliers.admission, suppliers.admission_evidence, suppliers.submission, suppliers.decision, suppliers.evidence_verdict to :app_role;
grant update (status, round, current, status_since) on suppliers.admission to :app_role;
grant update (evidence_id, attached_at) on suppliers.admission_evidence to :app_role;

-- One row per supplier and city, the last admission.
create view suppliers_read.admission with (security_invoker) as
  select a.city_id, a.organisation_id, s.kind, a.status, a.id as admission_id, a.status_since
  from suppliers.admission a join suppliers.supplier s on s.organisation_id = a.organisation_id where a.current;
-- Without the contact person: name and telephone are told to those who deal with the supplier, by its own operations.
create view suppliers_read.supplier with (security_invoker) as
  select s.organisation_id, s.kind, o.name, o.credit_code, s.address, o.demo
  from suppliers.supplier s join identity_read.organisation o on o.id = s.organisation_id;
grant select on all tables in schema suppliers_read to :app_role;
