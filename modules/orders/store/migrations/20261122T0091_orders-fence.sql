-- An order and everything about it is its two parties'. Only the buying unit makes one.
select platform.fence('orders.contract', 'city_id = $city and $organisation in (buyer_organisation_id, supplier_organisation_id)', adds => 'city_id = $city and buyer_organisation_id = $organisation');
select platform.fence('orders.line', 'exists (select from orders.contract c where c.city_id = line.city_id and c.id = line.order_id)');
select platform.fence('orders.delivery', 'exists (select from orders.contract c where c.city_id = delivery.city_id and c.id = delivery.order_id)');
select platform.fence('orders.delivery_line', 'exists (select from orders.contract c where c.city_id = delivery_line.city_id and c.id = delivery_line.order_id)');
select platform.fence('orders.settlement', 'exists (select from orders.contract c where c.city_id = settlement.city_id and c.id = settlement.order_id)');
select platform.fence('orders.moment', 'exists (select from orders.contract c where c.city_id = moment.city_id and c.id = moment.order_id)');
-- A requirement says of which limits a product on the shelf was held to, and what was proven: the city's, named by its fingerprint.
select platform.fence('orders.requirement', 'city_id = $city');

-- What a city bought, in sums: the figures of the public overview.
create function orders_read.city_figures(given_city uuid) returns table (amount numeric, orders bigint, accepted bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select coalesce(sum(c.total), 0), count(*), count(*) filter (where c.status in ('accepted', 'closed'))
    from orders.contract c where c.city_id = given_city and c.status not in ('declined', 'cancelled');
  perform set_config('qingcai.duty', duty, true);
end $$;
revoke all on function orders_read.city_figures from public;
grant execute on function orders_read.city_figures to :app_role;
