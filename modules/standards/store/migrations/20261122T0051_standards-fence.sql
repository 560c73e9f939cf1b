-- Which edition is in force and which limits are confirmed is public; what was withheld, with the officer's note, is the city's own.
select platform.fence('standards.adoption', sees => 'true', changes => 'city_id = $city and $office = ''housing''');
select platform.fence('standards.limit_decision', sees => 'decision = ''confirmed'' or (city_id = $city and $overseer)', changes => 'city_id = $city and $office = ''housing''');
