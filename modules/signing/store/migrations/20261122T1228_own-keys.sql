-- A key is enrolled by its holder alone, and signs for nobody else: whatever a colleague's query may try.
select platform.fence('signing.key', 'city_id = $city and organisation_id = $organisation', adds => 'city_id = $city and organisation_id = $organisation and person_id = $person');
select platform.fence('signing.demonstration_copy', 'exists (select from signing.key k where k.city_id = demonstration_copy.city_id and k.serial = demonstration_copy.serial and k.person_id = $person)');
select platform.fence('signing.request', 'exists (select from signing.key k where k.city_id = request.city_id and k.serial = request.serial)', changes => 'false',
  adds => 'exists (select from signing.key k where k.city_id = request.city_id and k.serial = request.serial and k.person_id = $person)');
