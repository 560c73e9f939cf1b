-- Entries hold what organisations did: the sequencer and whoever verifies the chains see them. Every act adds its own.
select platform.fence('ledger.entry', sees => '$duty in (''sequencer'', ''verification'')', changes => 'false', adds => 'city_id is null or city_id = $city');
select platform.fence('ledger.link', sees => '$duty in (''sequencer'', ''verification'')', changes => 'false', adds => '$duty = ''sequencer''');
select platform.fence('ledger.waiting', sees => '$duty = ''sequencer''', adds => 'true');

-- Whoever holds the id of a thing may see where its entries stand in the city's chain: places and hashes, never what they say.
create function ledger.entries_of(given_city uuid, given_subject text, most int, skipped int)
returns table (id uuid, kind text, subject text, told_at timestamptz, real_at timestamptz, hash bytea, seq bigint, link_hash bytea, total bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select e.id, e.kind, e.subject, e.told_at, e.real_at, e.hash, l.seq, l.hash, count(*) over ()
    from ledger.entry e left join ledger.link l on l.entry_id = e.id
    where e.city_id = given_city and e.subject = given_subject order by e.id limit most offset skipped;
  perform set_config('qingcai.duty', duty, true);
end $$;
revoke all on function ledger.entries_of from public;
grant execute on function ledger.entries_of to :app_role;
