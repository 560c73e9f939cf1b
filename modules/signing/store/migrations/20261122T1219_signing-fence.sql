-- The city's public key is its own row; what is sealed in it opens only with the installation's key.
select platform.fence('signing.city_key', 'city_id = $city', changes => 'false', adds => 'city_id = $city');
-- Keys and what was given to sign with them are the organisation's.
select platform.fence('signing.key', 'city_id = $city and organisation_id = $organisation');
select platform.fence('signing.demonstration_copy', 'exists (select from signing.key k where k.city_id = demonstration_copy.city_id and k.serial = demonstration_copy.serial)');
select platform.fence('signing.request', 'exists (select from signing.key k where k.city_id = request.city_id and k.serial = request.serial)', changes => 'false',
  adds => 'exists (select from signing.key k where k.city_id = request.city_id and k.serial = request.serial)');
select platform.fence('signing.signature', 'exists (select from signing.request r where r.city_id = signature.city_id and r.id = signature.id)', changes => 'false',
  adds => 'exists (select from signing.request r where r.city_id = signature.city_id and r.id = signature.id)');

-- A signature is there to be checked by others: by whoever holds its code, or the id of the thing that was signed.
create function signing.signed(given_city uuid, given_code text, given_purpose text, given_subject text) returns table (
  id uuid, city_id uuid, serial text, code text, title_zh text, title_en text, data text, statement text, paper text, asked_at timestamptz, lapses_at timestamptz, signature text, signed_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select r.id, r.city_id, r.serial, r.code, r.title_zh, r.title_en, r.data, r.statement, r.paper, r.asked_at, r.lapses_at, s.signature, s.signed_at
    from signing.request r join signing.signature s on s.city_id = r.city_id and s.id = r.id
    where r.city_id = given_city and (r.code = given_code or (r.purpose = given_purpose and r.subject = given_subject)) order by s.signed_at, r.id limit 200;
  perform set_config('qingcai.duty', duty, true);
end $$;

-- The certified key behind a signature, by its serial number.
create function signing.certified(given_city uuid, given_serial text) returns setof signing.key
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  duty constant text := coalesce(current_setting('qingcai.duty', true), '');
begin
  perform set_config('qingcai.duty', 'upkeep', true);
  return query select k.* from signing.key k where k.city_id = given_city and k.serial = given_serial;
  perform set_config('qingcai.duty', duty, true);
end $$;

revoke all on function signing.signed, signing.certified from public;
grant execute on function signing.signed, signing.certified to :app_role;
