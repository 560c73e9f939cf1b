-- Whose evidence serves stands beside its use, so that neither table's rule has to ask the other's.
alter table documents.evidence_use add column holder_organisation_id uuid references identity.organisation (id);
update documents.evidence_use u set holder_organisation_id = e.holder_organisation_id from documents.evidence e where e.id = u.evidence_id;
alter table documents.evidence_use alter column holder_organisation_id set not null;

-- The holder, and the bodies of the city in which it serves; buyers see the evidence of what is on offer, not that of a firm's admission.
select platform.fence('documents.evidence_use', changes => 'false', adds => 'city_id = $city and holder_organisation_id = $organisation',
  sees => 'holder_organisation_id = $organisation or (city_id = $city and ($overseer or ($office = ''buyer'' and purpose = ''listing'')))');
select platform.fence('documents.evidence', adds => 'holder_organisation_id = $organisation',
  sees => 'holder_organisation_id = $organisation or exists (select from documents.evidence_use u where u.city_id = $city and u.evidence_id = evidence.id)',
  changes => 'holder_organisation_id = $organisation or ($office = ''centre'' and exists (select from documents.evidence_use u where u.city_id = $city and u.evidence_id = evidence.id))');
select platform.fence('documents.evidence_value', sees => 'exists (select from documents.evidence e where e.id = evidence_value.evidence_id)', changes => 'false',
  adds => 'exists (select from documents.evidence e where e.id = evidence_value.evidence_id and e.holder_organisation_id = $organisation)');
select platform.fence('documents.upload', changes => 'false', adds => 'organisation_id = $organisation',
  sees => 'organisation_id = $organisation or exists (select from documents.evidence e where e.upload_id = upload.id)');
