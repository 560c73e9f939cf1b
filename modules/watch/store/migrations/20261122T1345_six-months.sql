-- Network logs are kept for six months at least (Cybersecurity Law art. 21): nobody removes a younger row, on whatever duty.
create policy six_months on watch.refusal as restrictive for delete using (noted_at < now() - interval '6 months');
