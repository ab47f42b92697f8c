-- Orders to remove something from laptops. They are rows, signed when a laptop asks for
-- them, so that whatever takes access away (a route, an operator's statement) also tells
-- the laptops: triggers below, not the caller, write them.

alter table central_state add column directive_key text;
alter table sync_device add column first_seen_at timestamptz not null default clock_timestamp();

create table directive (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('purge', 'erase', 'wipe', 'freeze')),
  device text not null,
  stream text,
  people uuid[],
  until text,
  why text,
  ordered_by uuid,
  issued_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  -- Taken back before it was obeyed, for example because access was given again.
  ended_at timestamptz
);
create index directive_device on directive (device) where ended_at is null;
create unique index directive_one_wipe on directive (device) where kind = 'wipe' and ended_at is null;
-- Every answer carries grants_rev: laptops come for the directive when it moves.
create trigger directive_told after insert on directive
  for each statement execute function grants_moved();

create table directive_receipt (
  directive uuid not null references directive on delete cascade,
  device text not null,
  not_sent bigint not null,
  done_at timestamptz not null,
  at timestamptz not null default clock_timestamp(),
  primary key (directive, device)
);

-- Access taken away is told to every laptop of that recruiter: one council is a purge of
-- its stream, the last one empties the laptop. Access given back takes that back, where
-- a laptop has not been emptied yet.
create function access_moved() returns trigger language plpgsql as $$
declare
  lost text[] := array(select unnest(old.councils) except select unnest(new.councils));
  gained text[] := array(select unnest(new.councils) except select unnest(old.councils));
  is_last boolean := new.councils = '{}' and new.role <> 'programme_admin';
begin
  update directive d set ended_at = clock_timestamp()
    from sync_device s
    where s.recruiter = new.id and d.device = s.device and d.ended_at is null
      and (d.stream = any(select 'council:' || unnest(gained))
        or (d.kind = 'wipe' and d.why <> 'ordered' and not is_last
          and not exists (select 1 from directive_receipt r where r.directive = d.id)));
  if is_last then
    insert into directive (kind, device, why)
      select 'wipe', s.device,
        coalesce(nullif(current_setting('swt.why', true), ''), 'access-ended')
      from sync_device s where s.recruiter = new.id
      on conflict do nothing;
  elsif lost <> '{}' then
    insert into directive (kind, device, stream)
      select 'purge', s.device, 'council:' || c from sync_device s, unnest(lost) as c
      where s.recruiter = new.id
        and not exists (select 1 from directive w where w.device = s.device and w.kind = 'wipe'
          and w.ended_at is null);
  end if;
  return null;
end $$;
create trigger access_moved after update of councils, role on recruiter
  for each row when (old.councils is distinct from new.councils or old.role <> new.role)
  execute function access_moved();

-- Whoever leaves keeps a row without councils: their laptops must still be able to ask.
create function recruiter_stays() returns trigger language plpgsql as $$
begin
  raise exception 'set councils to {} instead: laptops of this recruiter learn of it that way';
end $$;
create trigger recruiter_stays before delete on recruiter
  for each row execute function recruiter_stays();
