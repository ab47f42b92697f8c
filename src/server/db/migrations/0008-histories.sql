-- A restore from a backup begins another history: streams get a new epoch, and laptops are
-- told up to which sequence the one they know is the same as this one.

create table sync_past (
  stream text not null references sync_stream,
  epoch uuid not null,
  common_seq bigint not null,
  at timestamptz not null default clock_timestamp(),
  primary key (stream, epoch)
);

-- Tells a backup of this database from another database.
alter table central_state add column id uuid not null default gen_random_uuid();

-- The ledger forgets what was decided long ago (sync.md 3.4); `last_n` is kept for ever, and
-- up to which number nothing is known any more.
alter table sync_device add column forgotten_n bigint not null default 0;
create index sync_mutation_at on sync_mutation (at);
