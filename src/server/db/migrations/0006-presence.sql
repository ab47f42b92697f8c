-- What councils let each other know of contacts, and a stream for each recruiter's own marks.
insert into sync_stream (stream) values ('presence') on conflict do nothing;

create function recruiter_has_stream() returns trigger language plpgsql as $$
begin
  insert into sync_stream (stream) values ('user:' || new.id) on conflict do nothing;
  return null;
end $$;
create trigger recruiter_has_stream after insert on recruiter
  for each row execute function recruiter_has_stream();
insert into sync_stream (stream) select 'user:' || id from recruiter on conflict do nothing;
