-- The verification code of the acceptance paper's signature. Null on orders accepted before papers were signed: they keep the names alone.
alter table orders.contract add column acceptance_code text;
grant update (acceptance_code) on orders.contract to :app_role;
