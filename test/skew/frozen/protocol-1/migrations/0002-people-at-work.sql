-- Who may read what, what each device has sent, and what must be kept for audit.

create table central_state (
  one boolean primary key default true check (one),
  grants_rev bigint not null default 1,
  sample text
);
insert into central_state default values;

create table council (
  id text primary key,
  name text not null,
  region text not null,
  lat double precision not null,
  lon double precision not null
);

create table recruiter (
  id uuid primary key,
  place bigint generated always as identity,
  login text not null unique,
  name text not null,
  email text not null,
  job_title text not null,
  role text not null,
  councils text[] not null default '{}'
);
-- Every answer carries grants_rev: a laptop asks anew what it may read when it moves.
create function grants_moved() returns trigger language plpgsql as $$
begin
  update central_state set grants_rev = grants_rev + 1;
  return null;
end $$;
create trigger grants_moved after insert or update or delete on recruiter
  for each statement execute function grants_moved();

create table sync_device (
  device text not null,
  recruiter uuid not null,
  last_n bigint not null default 0,
  app_version text,
  seen_at timestamptz not null default clock_timestamp(),
  primary key (device, recruiter)
);

-- The ledger: what became of each change, so that a repeat has no second effect. It
-- holds no words of the change, only a hash, so erasure has one text column to clear.
create table sync_mutation (
  id uuid primary key,
  device text not null,
  recruiter uuid not null,
  n bigint not null,
  kind text not null,
  body_hash text not null,
  outcome text not null check (outcome in ('applied', 'merged', 'rejected')),
  stream text not null,
  seq bigint not null,
  problem_code text,
  problem_detail text,
  about uuid,
  at timestamptz not null default clock_timestamp(),
  unique (device, recruiter, n)
);
create index sync_mutation_about on sync_mutation (about) where about is not null;

create table audit_entry (
  id uuid primary key,
  recruiter uuid not null,
  stream text not null,
  action text not null,
  about uuid,
  detail text,
  at timestamptz not null
);
create index audit_entry_about on audit_entry (about) where about is not null;
