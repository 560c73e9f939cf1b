-- Orders: the contract between a buying unit and a supplier, its deliveries, its acceptance, its timeline.
create schema orders;
create schema orders_read;
grant usage on schema orders, orders_read to :app_role;

-- The requirement as it was when something was ordered, kept once by its own fingerprint; never changed, never removed.
create table orders.requirement (
  city_id uuid not null,
  sha256 bytea not null,
  body text not null,
  primary key (city_id, sha256)
);

create table orders.contract (
  city_id uuid not null,
  id uuid not null,
  number text not null,
  -- No foreign keys: nobody can remove an organisation, and each order would lock the two rows for sharing, so that the orders of one
  -- busy unit would wait for one another.
  buyer_organisation_id uuid not null,
  supplier_organisation_id uuid not null,
  status text not null check (status in ('placed', 'declined', 'cancelled', 'confirmed', 'delivering', 'delivered', 'accepting', 'accepted', 'closed')),
  address text not null,
  contact text not null,
  phone text not null,
  required_on date,
  note text,
  -- The buying unit's own words; no other organisation reads them.
  internal_note text,
  total numeric(17,2) not null check (total > 0),
  payable numeric(17,2) not null default 0 check (payable >= 0 and payable <= total),
  version int not null default 1 check (version > 0),
  -- The first moment of the timeline; the others are in orders.moment.
  placed_at timestamptz not null,
  placed_by uuid,
  changed_at timestamptz not null,
  -- Who took part in the acceptance and signed (政府采购法第四十一条), and what was paid (实施条例第五十一条).
  members text[],
  paid_on date,
  voucher text,
  primary key (city_id, id),
  unique (city_id, number)
);
create index contract_of_buyer on orders.contract (city_id, buyer_organisation_id, placed_at desc, id);
create index contract_of_supplier on orders.contract (city_id, supplier_organisation_id, placed_at desc, id);

create table orders.line (
  city_id uuid not null,
  order_id uuid not null,
  line_no int not null check (line_no > 0),
  listing_id uuid not null,
  product_id uuid not null,
  kind_code text not null,
  name text not null,
  brand text,
  model text not null,
  parameters jsonb not null,
  unit text not null,
  price numeric(17,2) not null check (price > 0),
  tax_rate numeric(5,2) not null,
  ordered numeric(20,6) not null check (ordered > 0),
  amount numeric(17,2) not null check (amount >= 0),
  -- The edition the order was made under, and the requirement it had then.
  edition_id text,
  star int,
  requirement bytea not null,
  items text[] not null,
  delivered numeric(20,6) not null default 0,
  accepted numeric(20,6) not null default 0,
  returned numeric(20,6) not null default 0 check (returned >= 0),
  reduced numeric(20,6) not null default 0,
  reduced_price numeric(17,2),
  payable numeric(17,2) not null default 0,
  status text not null default 'awaiting' check (status in ('awaiting', 'delivered', 'replenishing', 'replacing', 'reduction-proposed', 'accepted', 'returned', 'undelivered')),
  ended boolean not null default false,
  primary key (city_id, order_id, line_no),
  foreign key (city_id, order_id) references orders.contract (city_id, id),
  -- No more is accepted than came, no more comes than was ordered, no more is owed than was agreed.
  check (accepted >= 0 and accepted <= delivered and delivered <= ordered),
  check (reduced >= 0 and reduced <= accepted and (reduced = 0 or reduced_price < price)),
  check (payable >= 0 and payable <= amount)
);

-- What one lorry brought. Deliveries are never changed.
create table orders.delivery (
  city_id uuid not null,
  order_id uuid not null,
  delivery_no int not null check (delivery_no > 0),
  note text,
  carrier text,
  last boolean not null,
  person_id uuid,
  delivered_at timestamptz not null,
  primary key (city_id, order_id, delivery_no),
  foreign key (city_id, order_id) references orders.contract (city_id, id)
);
create table orders.delivery_line (
  city_id uuid not null,
  order_id uuid not null,
  delivery_no int not null,
  line_no int not null,
  quantity numeric(20,6) not null check (quantity > 0),
  batch text,
  primary key (city_id, order_id, delivery_no, line_no),
  foreign key (city_id, order_id, delivery_no) references orders.delivery (city_id, order_id, delivery_no),
  foreign key (city_id, order_id, line_no) references orders.line (city_id, order_id, line_no)
);

-- One act of acceptance on one line, with the answer to every item of the requirement (实施条例第四十五条). Never changed but for the supplier's answer.
create table orders.settlement (
  city_id uuid not null,
  order_id uuid not null,
  line_no int not null,
  settlement_no int not null check (settlement_no > 0),
  handling text not null check (handling in ('as-received', 'replenish', 'refuse')),
  remedy text check (remedy in ('replace', 'return', 'price-reduction')),
  accepted numeric(20,6) not null check (accepted >= 0),
  sent_back numeric(20,6) not null check (sent_back >= 0),
  reduced_price numeric(17,2),
  reason text,
  findings jsonb not null,
  agreed boolean,
  answer text,
  person_id uuid,
  settled_at timestamptz not null,
  primary key (city_id, order_id, line_no, settlement_no),
  foreign key (city_id, order_id, line_no) references orders.line (city_id, order_id, line_no),
  check ((handling = 'refuse') = (remedy is not null)),
  check ((remedy is not distinct from 'price-reduction') = (reduced_price is not null))
);

-- What happened after it was placed, in order; both sides read it.
create table orders.moment (
  city_id uuid not null,
  order_id uuid not null,
  seq int not null,
  act text not null,
  line_no int,
  facts jsonb not null,
  person_id uuid,
  organisation_id uuid,
  at timestamptz not null,
  primary key (city_id, order_id, seq),
  foreign key (city_id, order_id) references orders.contract (city_id, id)
);

grant select, insert on orders.requirement, orders.contract, orders.line, orders.delivery, orders.delivery_line, orders.settlement, orders.moment to :app_role;
grant update (status, payable, version, changed_at, members, paid_on, voucher) on orders.contract to :app_role;
grant update (delivered, accepted, returned, reduced, reduced_price, payable, status, ended) on orders.line to :app_role;
grant update (agreed, answer) on orders.settlement to :app_role;

create view orders_read.contract with (security_invoker) as
  select city_id, id, number, buyer_organisation_id, supplier_organisation_id, status, total, payable, placed_at, changed_at from orders.contract;
create view orders_read.line with (security_invoker) as
  select city_id, order_id, line_no, listing_id, product_id, kind_code, unit, price, ordered, delivered, accepted, amount, payable, edition_id, star, status from orders.line;
grant select on all tables in schema orders_read to :app_role;
