-- The second fence: row-level security over every table of every module, on the settings that each transaction bears. The first fence is
-- the policy of each route; this one holds where a query forgot whose rows it may touch.

-- What a rule may ask of the transaction. Null where it bears none.
create function platform.city() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('qingcai.city', true), '')::uuid $$;
create function platform.organisation() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('qingcai.organisation', true), '')::uuid $$;
create function platform.person() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('qingcai.person', true), '')::uuid $$;
-- Which body of the city of the path the caller's organisation is.
create function platform.office() returns text language sql stable parallel safe as $$ select nullif(current_setting('qingcai.office', true), '') $$;
create function platform.duty() returns text language sql stable parallel safe as $$ select nullif(current_setting('qingcai.duty', true), '') $$;

-- Whether a parent is there is asked per row by its key. As a bare EXISTS the planner may rather gather all parents of the city into a
-- hash first, which costs more with every order the city ever made; with `offset 0` it cannot.
create function platform.by_key(rule text) returns text language plpgsql immutable as $$
declare
  done text := '';
  rest text := rule;
  place int;
  depth int;
  sign text;
begin
  loop
    place := regexp_instr(rest, '\mexists\s*\(', 1, 1, 1, 'i');
    if place = 0 then return done || rest; end if;
    done := done || left(rest, place - 1);
    rest := substr(rest, place);
    depth := 1;
    for i in 1 .. length(rest) loop
      sign := substr(rest, i, 1);
      depth := depth + case sign when '(' then 1 when ')' then -1 else 0 end;
      if depth = 0 then
        if left(rest, i - 1) !~* 'offset 0\s*$' then rest := platform.by_key(left(rest, i - 1)) || ' offset 0' || substr(rest, i); end if;
        exit;
      end if;
    end loop;
    -- What stood inside is done; go on behind its end.
    place := length(rest);
    depth := 1;
    for i in 1 .. length(rest) loop
      sign := substr(rest, i, 1);
      depth := depth + case sign when '(' then 1 when ')' then -1 else 0 end;
      if depth = 0 then place := i; exit; end if;
    end loop;
    done := done || left(rest, place);
    rest := substr(rest, place + 1);
  end loop;
end $$;

-- A rule as it is written in a migration, as an expression of a policy.
-- A word is a setting of the transaction: reading it costs a third of a microsecond and a row. Set up to be read once (as a sub-select) it
-- costs ten times that in every statement, and the statements of this platform touch few rows.
create function platform.rule(written text) returns text language plpgsql immutable as $$
declare
  rule text := regexp_replace(written, '\$(city|organisation|person|office|duty)\M', 'platform.\1()', 'g');
begin
  rule := regexp_replace(rule, '\$overseer\M', '(platform.office() in (''centre'', ''housing'', ''finance''))', 'g');
  if rule ~ '\$[a-z]' then raise exception 'the rule names a word that the fence does not know: %', written; end if;
  return platform.by_key(rule);
end $$;

-- Fences a table. `sees`: which rows may be read; `changes`: which may be updated and deleted; `adds`: which may be inserted.
-- The duties that act for everybody (courier, job, founding) pass. Called again, it replaces the table's rules.
-- `forced` false leaves the owner outside: only where a window stands over the table that its owner's rights carry.
-- The rules are the application's; the owner has one of its own. A view or function with the owner's rights that declares no duty sees nothing.
create function platform.fence(relation regclass, sees text, changes text default null, adds text default null, forced boolean default true) returns void language plpgsql as $$
declare
  -- Last in each rule: where the rule holds, the duty is not asked.
  at_work constant text := 'coalesce(platform.duty() in (''courier'', ''job'', ''founding''), false)';
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
  execute format('create policy fence_sees on %s for select to :app_role using (%s)', relation, case when read = 'true' then read else format('(%s) or %s', read, at_work) end);
  execute format('create policy fence_changes on %s for update to :app_role using ((%2$s) or %3$s) with check ((%2$s) or %3$s)', relation, change, at_work);
  execute format('create policy fence_removes on %s for delete to :app_role using ((%s) or %s)', relation, change, at_work);
  execute format('create policy fence_adds on %s for insert to :app_role with check ((%s) or %s)', relation, add, at_work);
  -- Migrations, backup, restore and the named windows act as the owner, and say so.
  execute format('create policy fence_upkeep on %s to %I using (platform.duty() = ''upkeep'')', relation, keeper);
end $$;

-- A later module shows rows of an earlier one beyond what the earlier one's own rule shows: a listing on the shelf shows its evidence.
create function platform.let_see(relation regclass, policy name, rule text) returns void language plpgsql as $$
begin
  execute format('drop policy if exists %I on %s', 'let_see_' || policy, relation);
  execute format('create policy %I on %s for select to :app_role using (%s)', 'let_see_' || policy, relation, platform.rule(rule));
end $$;
revoke all on function platform.by_key, platform.rule, platform.fence, platform.let_see from public;

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
