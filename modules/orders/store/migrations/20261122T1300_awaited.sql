-- What an order waits for is looked up every few minutes among all cities: only those that wait for something.
create index contract_awaited on orders.contract (id) where status in ('placed', 'confirmed', 'delivering', 'delivered');
