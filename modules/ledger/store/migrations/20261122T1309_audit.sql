-- Where entries stand, over all chains, for the operator's search: who (by id), what, when, about what, and the hashes; never what an entry says.
-- Ids bear the instant they were made at, so the time bounds the search by the key.
create function ledger.audit(since timestamptz, until timestamptz, first_id uuid, last_id uuid, kinds text[], given_subject text, given_city uuid, given_organisation uuid, most int, skipped int)
returns table (id uuid, city_id uuid, kind text, subject text, person text, organisation text, told_at timestamptz, real_at timestamptz, hash bytea, seq bigint, link_hash bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select e.id, e.city_id, e.kind, e.subject, e.content::json ->> 'person', e.content::json ->> 'organisation', e.told_at, e.real_at, e.hash, l.seq, l.hash
    from ledger.entry e left join ledger.link l on l.entry_id = e.id
    where e.id between first_id and last_id and e.real_at >= since and e.real_at < until
      and (kinds is null or e.kind = any (kinds)) and (given_subject is null or e.subject = given_subject) and (given_city is null or e.city_id = given_city)
      and (given_organisation is null or e.content::json ->> 'organisation' = given_organisation::text)
    order by e.id desc limit most offset skipped;
  perform set_config('qingcai.duty', duty, true);
end $$;
revoke all on function ledger.audit from public;
grant execute on function ledger.audit to :app_role;
