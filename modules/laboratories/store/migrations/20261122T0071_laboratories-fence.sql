-- A report is seen by whoever may see its evidence, and read by a job alone.
select platform.fence('laboratories.report', sees => 'exists (select from documents_read.evidence e where e.id = report.evidence_id)', changes => 'false',
  adds => 'exists (select from documents_read.evidence e where e.id = report.evidence_id and e.holder_organisation_id = $organisation)');
-- What was typed in and what was settled are a city's rows about a report.
select platform.fence('laboratories.entered_value', sees => 'city_id = $city and exists (select from laboratories.report r where r.id = entered_value.report_id)',
  changes => 'city_id = $city and organisation_id = $organisation', adds => 'city_id = $city and organisation_id = $organisation and exists (select from laboratories.report r where r.id = entered_value.report_id)');
select platform.fence('laboratories.settled_reading', sees => 'city_id = $city and exists (select from laboratories.report r where r.id = settled_reading.report_id)',
  changes => 'city_id = $city and $office = ''centre''');
