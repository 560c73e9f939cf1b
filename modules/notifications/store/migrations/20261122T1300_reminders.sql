-- What was reminded of: for each thing and its day, how many of the three. A day that is moved is another day.
create table notifications.reminder (
  organisation_id uuid not null references identity.organisation (id),
  code text not null,
  subject_id text not null,
  day date not null,
  given int not null check (given between 1 and 3),
  given_at timestamptz not null,
  primary key (organisation_id, code, subject_id, day)
);
grant select, insert on notifications.reminder to :app_role;
grant update (given, given_at) on notifications.reminder to :app_role;
select platform.fence('notifications.reminder', sees => 'organisation_id = $organisation', changes => 'false');
