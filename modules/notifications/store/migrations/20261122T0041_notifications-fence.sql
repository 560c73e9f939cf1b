-- What an organisation is told is told by others: everybody adds, in their city; only the organisation reads.
select platform.fence('notifications.notification', sees => 'organisation_id = $organisation', changes => 'false', adds => 'city_id is null or city_id = $city');
select platform.fence('notifications.read_up_to', 'person_id = $person and organisation_id = $organisation');
select platform.fence('notifications.read_one', 'person_id = $person');
