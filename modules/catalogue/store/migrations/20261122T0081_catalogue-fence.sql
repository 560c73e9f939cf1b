-- What was on the shelf is public; a product on its way there is its supplier's and the city's bodies'. Not forced: the shelf's window stands over both.
select platform.fence('catalogue.listing', adds => 'city_id = $city and supplier_organisation_id = $organisation', forced => false,
  sees => 'listed_at is not null or supplier_organisation_id = $organisation or (city_id = $city and $overseer)',
  changes => 'supplier_organisation_id = $organisation or (city_id = $city and $office = ''centre'')');
select platform.fence('catalogue.product', changes => 'supplier_organisation_id = $organisation', forced => false,
  sees => 'supplier_organisation_id = $organisation or exists (select from catalogue.listing l where l.city_id = $city and l.product_id = product.id)');
select platform.fence('catalogue.evidence_confirmation', changes => 'false', adds => 'city_id = $city and $office = ''centre''',
  sees => 'city_id = $city and exists (select from catalogue.listing l where l.city_id = evidence_confirmation.city_id and l.id = evidence_confirmation.listing_id)');

-- The evidence of what is on show may be looked at by everybody in its city.
select platform.let_see('documents.evidence_use', 'catalogue_shown',
  'city_id = $city and subject_kind = ''listing'' and exists (select from catalogue.listing l where l.city_id = evidence_use.city_id and l.id = evidence_use.subject_id and l.status = ''listed'')');

-- The shelf is a window with its owner's rights: under row security the search index could not be used, because the operators of
-- arrays and LIKE are not leakproof. It shows what is listed, which is everybody's to see.
create view catalogue.on_shelf as select * from catalogue.listing where status = 'listed';
create view catalogue.on_shelf_product as
  select l.*, p.name, p.brand, p.model, p.parameters from catalogue.listing l join catalogue.product p on p.id = l.product_id where l.status = 'listed';
create view catalogue_read.on_shelf as select city_id, id, product_id, supplier_organisation_id, kind_code, price, price_unit, verdict, star, edition_id from catalogue.listing where status = 'listed';
grant select on catalogue.on_shelf, catalogue.on_shelf_product, catalogue_read.on_shelf to :app_role;
