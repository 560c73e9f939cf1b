-- Approval before an order is placed: a unit's rules by amount, as dated data, and what waits under them.
create table purchases.approval_rule (
  city_id uuid not null,
  id uuid not null,
  organisation_id uuid not null references identity.organisation (id),
  valid_from date not null,
  -- [{"from": "50000.00", "approvals": 1}], rising; empty: nothing needs approval.
  bands jsonb not null,
  set_by uuid not null references identity.person (id),
  set_at timestamptz not null,
  primary key (city_id, id)
);
create index approval_rule_of_unit on purchases.approval_rule (city_id, organisation_id, valid_from desc, id desc);

create table purchases.request (
  city_id uuid not null,
  id uuid not null,
  organisation_id uuid not null references identity.organisation (id),
  status text not null check (status in ('awaiting-approval', 'ordered', 'returned', 'withdrawn')),
  requested_by uuid not null references identity.person (id),
  requested_at timestamptz not null,
  address text not null,
  contact text not null,
  phone text not null,
  required_on date,
  note text,
  internal_note text,
  -- What was seen when it was asked for: listing, quantity, name, unit, price, amount, supplier.
  lines jsonb not null,
  total numeric(17,2) not null check (total > 0),
  -- The rule it was made under, and how many different people it asks.
  rule_id uuid not null,
  approvals int not null check (approvals between 1 and 3),
  -- Ids and numbers of the orders it became.
  orders jsonb,
  changed_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, rule_id) references purchases.approval_rule (city_id, id),
  check ((status = 'ordered') = (orders is not null))
);
create index request_of_unit on purchases.request (city_id, organisation_id, id desc);

-- Who approved or returned it; nobody twice.
create table purchases.approval (
  city_id uuid not null,
  request_id uuid not null,
  person_id uuid not null references identity.person (id),
  decision text not null check (decision in ('approved', 'returned')),
  reason text,
  at timestamptz not null,
  primary key (city_id, request_id, person_id),
  foreign key (city_id, request_id) references purchases.request (city_id, id)
);

grant select, insert on purchases.approval_rule, purchases.request, purchases.approval to :app_role;
grant update (status, orders, changed_at) on purchases.request to :app_role;
select platform.fence('purchases.approval_rule', 'city_id = $city and organisation_id = $organisation');
select platform.fence('purchases.request', 'city_id = $city and organisation_id = $organisation');
select platform.fence('purchases.approval', 'exists (select from purchases.request r where r.city_id = approval.city_id and r.id = approval.request_id)');
