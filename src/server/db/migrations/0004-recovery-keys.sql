-- One key for each recruiter: laptops seal to its public half, the centre opens with the
-- private one for that recruiter only (features.md O15; decision note on recovery).
create table recovery_key (
  key_id text primary key,
  recruiter uuid not null unique,
  public_key text not null,
  private_key text not null,
  made_at timestamptz not null default clock_timestamp()
);
