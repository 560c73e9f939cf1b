-- Editions are data files of the code; the database holds what a city decided about them.
create schema standards;
create schema standards_read;
grant usage on schema standards, standards_read to :app_role;

-- A city adopts an edition from a day on.
create table standards.adoption (
  city_id uuid not null references identity.city (id),
  edition_id text not null,
  effective_from date not null,
  adopted_by uuid references identity.person (id),
  adopted_at timestamptz not null,
  primary key (city_id, edition_id)
);

-- What an officer of the city found of one limit. No limit gates before it is confirmed; a confirmation is final for its edition.
create table standards.limit_decision (
  city_id uuid not null,
  edition_id text not null,
  indicator_code text not null,
  decision text not null check (decision in ('confirmed', 'withheld')),
  -- Where the officer read it in the printed standard; null where none was named.
  clause text,
  page text,
  note text,
  person_id uuid not null references identity.person (id),
  organisation_id uuid not null references identity.organisation (id),
  decided_at timestamptz not null,
  primary key (city_id, edition_id, indicator_code),
  foreign key (city_id, edition_id) references standards.adoption (city_id, edition_id)
);

grant select, insert on standards.adoption to :app_role;
grant select, insert on standards.limit_decision to :app_role;
grant update (decision, clause, page, note, person_id, organisation_id, decided_at) on standards.limit_decision to :app_role;

create view standards_read.confirmed_limit with (security_invoker) as
  select city_id, edition_id, indicator_code, left(indicator_code, 3) as kind_code, decided_at from standards.limit_decision where decision = 'confirmed';
create view standards_read.adoption with (security_invoker) as select city_id, edition_id, effective_from, adopted_at from standards.adoption;
grant select on all tables in schema standards_read to :app_role;
