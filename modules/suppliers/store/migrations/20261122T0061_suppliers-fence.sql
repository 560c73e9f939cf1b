-- Who is admitted is public; everything before and beside it is the supplier's and the city's bodies'.
select platform.fence('suppliers.admission', adds => 'city_id = $city and organisation_id = $organisation',
  sees => 'organisation_id = $organisation or (city_id = $city and ($overseer or (status = ''admitted'' and current)))',
  changes => 'organisation_id = $organisation or (city_id = $city and $office = ''centre'')');
select platform.fence('suppliers.supplier', changes => 'organisation_id = $organisation',
  sees => 'organisation_id = $organisation or exists (select from suppliers.admission a where a.city_id = $city and a.organisation_id = supplier.organisation_id and a.current)');

-- The papers, rounds and verdicts of an admission stay between the two, admitted or not.
select platform.fence('suppliers.admission_evidence',
  sees => 'exists (select from suppliers.admission a where a.city_id = admission_evidence.city_id and a.id = admission_evidence.admission_id and (a.organisation_id = $organisation or $overseer))',
  changes => 'exists (select from suppliers.admission a where a.city_id = admission_evidence.city_id and a.id = admission_evidence.admission_id and a.organisation_id = $organisation)');
select platform.fence('suppliers.submission',
  sees => 'exists (select from suppliers.admission a where a.city_id = submission.city_id and a.id = submission.admission_id and (a.organisation_id = $organisation or $overseer))',
  changes => 'false', adds => 'exists (select from suppliers.admission a where a.city_id = submission.city_id and a.id = submission.admission_id and a.organisation_id = $organisation)');
select platform.fence('suppliers.decision',
  sees => 'exists (select from suppliers.admission a where a.city_id = decision.city_id and a.id = decision.admission_id and (a.organisation_id = $organisation or $overseer))',
  changes => 'false', adds => 'city_id = $city and $office = ''centre''');
select platform.fence('suppliers.evidence_verdict',
  sees => 'exists (select from suppliers.admission a where a.city_id = evidence_verdict.city_id and a.id = evidence_verdict.admission_id and (a.organisation_id = $organisation or $overseer))',
  changes => 'false', adds => 'city_id = $city and $office = ''centre''');
