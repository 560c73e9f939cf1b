-- What every write leaves behind besides its own rows: the answer to a repeated request, and the events to deliver.
grant usage on schema platform to :app_role;
grant select on platform.migration to :app_role;

-- One row per Idempotency-Key of a person (or of an anonymous caller's key). Kept 30 days.
create table platform.idempotency (
  scope text not null,
  key text not null,
  route text not null,
  request_hash text not null,
  response text,
  created_at timestamptz not null default now(),
  primary key (scope, key)
);
create index idempotency_created_at on platform.idempotency (created_at);
grant select, insert, update, delete on platform.idempotency to :app_role;

-- The outbox: events in the transaction that causes them; delivered at least once, in order per subject.
create table platform.outbox (
  id uuid primary key,
  city_id uuid,
  name text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null default now()
);
create table platform.outbox_delivery (
  event_id uuid not null references platform.outbox (id),
  consumer text not null,
  delivered_at timestamptz not null default now(),
  primary key (event_id, consumer)
);
-- What is still to deliver: a row per event and consumer, removed with the delivery.
create table platform.outbox_pending (
  event_id uuid not null references platform.outbox (id),
  consumer text not null,
  subject text not null,
  attempts int not null default 0,
  not_before timestamptz not null default now(),
  last_fault text,
  primary key (event_id, consumer)
);
create index outbox_pending_due on platform.outbox_pending (not_before, event_id);
grant select, insert on platform.outbox to :app_role;
grant select, insert on platform.outbox_delivery to :app_role;
grant select, insert, update, delete on platform.outbox_pending to :app_role;
