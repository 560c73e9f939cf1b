-- Purchases: what a unit wants to buy before it orders.
create schema purchases;
create schema purchases_read;
grant usage on schema purchases, purchases_read to :app_role;

-- One basket per unit and city, shared by its people.
create table purchases.basket_line (
  city_id uuid not null,
  organisation_id uuid not null references identity.organisation (id),
  listing_id uuid not null,
  quantity numeric(20,6) not null check (quantity > 0),
  added_by uuid references identity.person (id),
  added_at timestamptz not null,
  primary key (city_id, organisation_id, listing_id),
  foreign key (city_id, listing_id) references catalogue.listing (city_id, id)
);

-- A basket is no record: what was ordered out of it is in the orders and in the ledger.
grant select, insert, delete on purchases.basket_line to :app_role;
grant update (quantity) on purchases.basket_line to :app_role;
