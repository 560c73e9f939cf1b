-- The proof that a signature stands in the chain (no other kind is told whole): the first entry of this kind on a subject, as it was hashed, for whoever knows the subject's id.
create function ledger.inclusion_of(given_city uuid, given_subject text, given_kind text)
returns table (content text, hash bytea, seq bigint, previous bytea, link_hash bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select e.content, e.hash, l.seq, l.previous, l.hash from ledger.entry e left join ledger.link l on l.entry_id = e.id
    where e.city_id = given_city and e.subject = given_subject and e.kind = given_kind and given_kind = 'signature-made' order by e.id limit 1;
  perform set_config('qingcai.duty', duty, true);
end $$;
revoke all on function ledger.inclusion_of from public;
grant execute on function ledger.inclusion_of to :app_role;
