select platform.fence('purchases.basket_line', 'city_id = $city and organisation_id = $organisation');
