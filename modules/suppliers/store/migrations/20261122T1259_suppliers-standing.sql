-- Whether a city lets a supplier in, and nothing of who it is: what the gate asks at every purchase, from one table alone.
create view suppliers_read.standing with (security_invoker) as select city_id, organisation_id, status from suppliers.admission where current;
grant select on suppliers_read.standing to :app_role;
