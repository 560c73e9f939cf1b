create schema catalogue;
create schema catalogue_read;
grant usage on schema catalogue, catalogue_read to :app_role;

-- A maker's product; no city owns it.
create table catalogue.product (
  id uuid primary key,
  supplier_organisation_id uuid not null references identity.organisation (id),
  kind_code text not null,
  name text not null,
  brand text not null,
  model text not null,
  -- What the product says of itself: {"strengthGrade": "C30"}.
  parameters jsonb not null,
  description text not null,
  created_at timestamptz not null
);
create index product_supplier on catalogue.product (supplier_organisation_id);

-- The product as a city shows and buys it: price, area, what the evidence proves under the city's edition.
create table catalogue.listing (
  city_id uuid not null references identity.city (id),
  id uuid not null,
  product_id uuid not null references catalogue.product (id),
  supplier_organisation_id uuid not null,
  kind_code text not null,
  status text not null check (status in ('submitted', 'compared', 'returned', 'refused', 'listed', 'suspended', 'withdrawn')),
  price numeric(17, 2) not null check (price > 0),
  price_unit text not null,
  tax_rate numeric(5, 2) not null check (tax_rate >= 0 and tax_rate < 100),
  minimum_order numeric(20, 6) not null check (minimum_order > 0),
  delivery_area text[] not null,
  delivery_days int,
  -- What the evidence proves; null before the first comparison.
  edition_id text,
  verdict text check (verdict in ('PASS', 'FAIL', 'NEEDS_REVIEW', 'NOT_PROVEN')),
  star int check (star between 0 and 3),
  judgements jsonb not null default '[]',
  findings jsonb not null default '[]',
  unproven text[] not null default '{}',
  -- The last day on which all evidence counts; null where none lapses.
  proven_until date,
  judged_at timestamptz,
  judged_on date,
  submitted_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references identity.person (id),
  reasons text,
  listed_at timestamptz,
  -- Chinese text search: every character and every pair of neighbours.
  search_text text not null,
  grams text[] not null,
  primary key (city_id, id),
  unique (city_id, product_id)
);
create index listing_grams on catalogue.listing using gin (grams);
create index listing_shelf on catalogue.listing (city_id, kind_code, star) where status = 'listed';
create index listing_price on catalogue.listing (city_id, price) where status = 'listed';
create index listing_supplier on catalogue.listing (city_id, supplier_organisation_id);
create index listing_queue on catalogue.listing (city_id, submitted_at) where status in ('submitted', 'compared');

-- A paper (certificate, label, EPD, declaration) that serves for several products is confirmed for each of them.
create table catalogue.evidence_confirmation (
  city_id uuid not null,
  listing_id uuid not null,
  evidence_id uuid not null references documents.evidence (id),
  person_id uuid not null references identity.person (id),
  confirmed_at timestamptz not null,
  primary key (city_id, listing_id, evidence_id),
  foreign key (city_id, listing_id) references catalogue.listing (city_id, id)
);
grant select, insert on catalogue.evidence_confirmation to :app_role;

grant select, insert on catalogue.product to :app_role;
grant update (name, brand, model, parameters, description) on catalogue.product to :app_role;
grant select, insert on catalogue.listing to :app_role;
grant update (status, price, price_unit, tax_rate, minimum_order, delivery_area, delivery_days, edition_id, verdict, star, judgements, findings, unproven, proven_until,
  judged_at, judged_on, submitted_at, decided_at, decided_by, reasons, listed_at, search_text, grams) on catalogue.listing to :app_role;

create view catalogue_read.listing with (security_invoker) as
  select l.city_id, l.id, l.product_id, l.supplier_organisation_id, l.kind_code, p.name, p.brand, p.model, l.status, l.price, l.price_unit, l.verdict, l.star, l.edition_id
  from catalogue.listing l join catalogue.product p on p.id = l.product_id;
grant select on all tables in schema catalogue_read to :app_role;
