-- What the operator watches: sums and refusals, never what anybody's business says.
create schema watch;
grant usage on schema watch to :app_role;

-- Refusals of a minute, of one kind, route and person. Only added to: whoever is refused cannot make it undone.
create table watch.refusal (
  id uuid primary key,
  noted_at timestamptz not null default now(),
  -- The route as its template: no id, no name.
  route text not null,
  status int not null,
  person_id uuid,
  organisation_id uuid,
  times int not null check (times > 0)
);
create index refusal_noted_at on watch.refusal (noted_at desc, id desc);
grant select, insert on watch.refusal to :app_role;
select platform.fence('watch.refusal', sees => 'false', changes => 'false', adds => 'false');

-- The last observation: one row, made anew every few seconds.
create table watch.observation (
  id int primary key check (id = 1),
  seen_at timestamptz not null,
  body jsonb not null
);
grant select, insert, update on watch.observation to :app_role;
select platform.fence('watch.observation', sees => 'true', changes => 'false');

-- The newest refusals, for whoever the policy lets ask: ids and routes, no words.
create function watch.refusals(since timestamptz, until timestamptz, most int, skipped int)
returns table (noted_at timestamptz, route text, status int, person_id uuid, organisation_id uuid, times int, total bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select r.noted_at, r.route, r.status, r.person_id, r.organisation_id, r.times, count(*) over ()
    from watch.refusal r where r.noted_at >= since and r.noted_at < until order by r.noted_at desc, r.id desc limit most offset skipped;
  perform set_config('qingcai.duty', duty, true);
end $$;
revoke all on function watch.refusals from public;
grant execute on function watch.refusals to :app_role;
