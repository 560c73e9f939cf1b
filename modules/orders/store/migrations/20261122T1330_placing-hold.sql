-- From which total on a unit's orders are not placed directly: set from above, where the unit has rules of approval. Dated; the latest day that has come counts.
create table orders.placing_hold (
  city_id uuid not null,
  organisation_id uuid not null,
  valid_from date not null,
  -- Null lifts the hold from that day on.
  from_total numeric(17,2) check (from_total > 0),
  primary key (city_id, organisation_id, valid_from)
);
grant select, insert on orders.placing_hold to :app_role;
grant update (from_total) on orders.placing_hold to :app_role;
select platform.fence('orders.placing_hold', 'city_id = $city and organisation_id = $organisation');
