-- The ledger: an entry is written in the transaction it tells of, without its predecessor; one sequencer chains committed entries in batches.
create schema ledger;
grant usage on schema ledger to :app_role;

create table ledger.entry (
  id uuid primary key,
  -- The city's chain; null is the platform's own (people, organisations, base editions).
  city_id uuid,
  kind text not null,
  subject text not null,
  -- Canonical JSON, exactly as it was hashed.
  content text not null,
  hash bytea not null,
  told_at timestamptz not null,
  real_at timestamptz not null
);
create index entry_subject on ledger.entry (city_id, subject, id);

-- A batch of entries of one chain, in order, bound to the batch before it.
create table ledger.link (
  chain uuid not null,
  seq bigint not null,
  entry_id uuid not null unique references ledger.entry (id),
  previous bytea not null,
  hash bytea not null,
  chained_at timestamptz not null default now(),
  primary key (chain, seq)
);

-- Entries waiting for the sequencer. Only a queue: the proof does not rest on it.
create table ledger.waiting (
  entry_id uuid primary key references ledger.entry (id),
  chain uuid not null
);

grant select, insert on ledger.entry to :app_role;
grant select, insert on ledger.link to :app_role;
grant select, insert, delete on ledger.waiting to :app_role;
