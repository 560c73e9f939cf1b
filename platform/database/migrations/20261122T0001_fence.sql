-- The second fence: row-level security over every table of every module, on the settings that each transaction bears. The first fence is
-- the policy of each route; this one holds where a query forgot whose rows it may touch.

-- What a rule may ask of the transaction. Null where it bears none.
create function platform.city() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('qingcai.city', true), '')::uuid $$;
create function platform.organisation() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('qingcai.organisation', true), '')::uuid $$;
create function platform.person() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('qingcai.person', true), '')::uuid $$;
-- Which body of the city of the path the caller's organisation is.
create function platform.office() returns text language sql stable parallel safe as $$ select nullif(current_setting('qingcai.office', true), '') $$;
create function platform.duty() returns text language sql stable parallel safe as $$ select nullif(current_setting('qingcai.duty', true), '') $$;

-- A rule as it is written in a migration, as an expression of a policy: each word is read once per statement, not once per row.
create function platform.rule(written text) returns text language plpgsql immutable as $$
declare
  rule text := written;
begin
  if written = 'true' then return 'true'; end if;
  rule := regexp_replace(rule, '\$city\M', '(select platform.city())', 'g');
  rule := regexp_replace(rule, '\$organisation\M', '(select platform.organisation())', 'g');
  rule := regexp_replace(rule, '\$person\M', '(select platform.person())', 'g');
  rule := regexp_replace(rule, '\$office\M', '(select platform.office())', 'g');
  rule := regexp_replace(rule, '\$overseer\M', '(select coalesce(platform.office() in (''centre'', ''housing'', ''finance''), false))', 'g');
  rule := regexp_replace(rule, '\$duty\M', '(select platform.duty())', 'g');
  if rule ~ '\$[a-z]' then raise exception 'the rule names a word that the fence does not know: %', written; end if;
  return rule;
end $$;

-- Fences a table. `sees`: which rows may be read; `changes`: which may be updated and deleted; `adds`: which may be inserted.
-- The duties that act for everybody (courier, job, founding) pass. Called again, it replaces the table's rules.
-- `forced` false leaves the owner outside: only where a window stands over the table that its owner's rights carry.
create function platform.fence(relation regclass, sees text, changes text default null, adds text default null, forced boolean default true) returns void language plpgsql as $$
declare
  at_work constant text := '(select coalesce(platform.duty() in (''courier'', ''job'', ''founding''), false))';
  policy text;
  keeper name := (select pg_get_userbyid(relowner) from pg_class where oid = relation);
  read text := platform.rule(sees);
  change text := platform.rule(coalesce(changes, sees));
  add text := platform.rule(coalesce(adds, changes, sees));
begin
  execute format('alter table %s enable row level security', relation);
  execute format('alter table %s %s row level security', relation, case when forced then 'force' else 'no force' end);
  foreach policy in array array['fence_sees', 'fence_changes', 'fence_removes', 'fence_adds', 'fence_upkeep'] loop
    execute format('drop policy if exists %I on %s', policy, relation);
  end loop;
  execute format('create policy fence_sees on %s for select using (%s)', relation, case when read = 'true' then read else at_work || ' or (' || read || ')' end);
  execute format('create policy fence_changes on %s for update using (%2$s) with check (%2$s)', relation, at_work || ' or (' || change || ')');
  execute format('create policy fence_removes on %s for delete using (%s)', relation, at_work || ' or (' || change || ')');
  execute format('create policy fence_adds on %s for insert with check (%s)', relation, at_work || ' or (' || add || ')');
  -- Migrations, backup, restore and the named windows act as the owner, and say so.
  execute format('create policy fence_upkeep on %s to %I using ((select platform.duty()) = ''upkeep'')', relation, keeper);
end $$;

-- A later module shows rows of an earlier one beyond what the earlier one's own rule shows: a listing on the shelf shows its evidence.
create function platform.let_see(relation regclass, policy name, rule text) returns void language plpgsql as $$
begin
  execute format('drop policy if exists %I on %s', 'let_see_' || policy, relation);
  execute format('create policy %I on %s for select using (%s)', 'let_see_' || policy, relation, platform.rule(rule));
end $$;
revoke all on function platform.fence, platform.let_see, platform.rule from public;

-- Stored answers hold what one caller was told. They are looked up by scope and key, in the statement that begins the transaction and
-- sets what it bears; therefore by a window and not by the caller's rows.
select platform.fence('platform.idempotency', sees => 'false', adds => 'scope = ''anonymous'' or split_part(scope, '' '', 1) = $person::text');
create function platform.answer_under(given_scope text, given_key text) returns table (route text, request_hash text, response text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select i.route, i.request_hash, i.response from platform.idempotency i where i.scope = given_scope and i.key = given_key;
  perform set_config('qingcai.duty', duty, true);
end $$;
revoke all on function platform.answer_under from public;
grant execute on function platform.answer_under to :app_role;

-- Events are left by everybody and read by the courier alone; the operator sees how many there are.
select platform.fence('platform.outbox', sees => '$duty = ''observation''', changes => 'false', adds => 'city_id is null or city_id = $city');
select platform.fence('platform.outbox_pending', sees => '$duty = ''observation''', changes => 'false', adds => 'true');
select platform.fence('platform.outbox_delivery', sees => '$duty = ''observation''', changes => 'false');
