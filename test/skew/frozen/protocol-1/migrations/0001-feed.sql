-- The feed: one counter row per stream, one item per record, bodies beside them.
-- Gap-free because number n+1 needs the row lock that n's transaction holds until it
-- has ended (sync.md 3.7): any snapshot therefore sees a prefix of the stream.

create table sync_stream (
  stream text primary key,
  epoch uuid not null default gen_random_uuid(),
  head bigint not null default 0,
  floor bigint not null default 0
);

create table sync_item (
  stream text not null references sync_stream,
  kind text not null,
  id uuid not null,
  seq bigint not null,
  op text not null check (op in ('u', 'd', 'e')),
  xid xid8 not null default pg_current_xact_id(),
  changed_at timestamptz not null default clock_timestamp(),
  primary key (stream, kind, id),
  unique (stream, seq)
);

-- `doc` is text: it is streamed untouched. `about` is the person the record names.
create table sync_body (
  stream text not null references sync_stream,
  kind text not null,
  id uuid not null,
  about uuid,
  doc text not null,
  primary key (stream, kind, id)
);
create index sync_body_about on sync_body (about) where about is not null;

-- Numbers every change of a transaction. Last statement of the unit of work, because the
-- counter's row stays locked until commit (taking it first was 8.5 times slower). Streams
-- are taken in one order everywhere, so two transactions cannot wait for each other.
create function sync_publish(streams text[], kinds text[], ids uuid[], ops text[])
returns table (r_stream text, r_kind text, r_id uuid, r_seq bigint) language plpgsql as $$
declare
  g record;
  base bigint;
begin
  if current_setting('sync.published', true) = pg_current_xact_id()::text then
    raise exception 'sync_publish was called twice in one transaction';
  end if;
  perform set_config('sync.published', pg_current_xact_id()::text, true);
  for g in
    select d.s, array_agg(d.k order by d.ord) as ks, array_agg(d.i order by d.ord) as xs,
           array_agg(d.o order by d.ord) as os, count(*) as n
    from (
      select distinct on (t.s, t.k, t.i) t.s, t.k, t.i, t.o, t.ord
      from unnest(streams, kinds, ids, ops) with ordinality as t(s, k, i, o, ord)
      order by t.s, t.k, t.i, t.ord desc
    ) d
    group by d.s
    order by d.s
  loop
    update sync_stream t set head = t.head + g.n where t.stream = g.s
      returning t.head - g.n into strict base;
    return query
      insert into sync_item as x (stream, kind, id, seq, op)
      select g.s, t.k, t.i, base + t.ord, t.o
      from unnest(g.ks, g.xs, g.os) with ordinality as t(k, i, o, ord)
      on conflict (stream, kind, id) do update
        set seq = excluded.seq, op = excluded.op, xid = excluded.xid,
            changed_at = excluded.changed_at
      returning x.stream, x.kind, x.id, x.seq;
  end loop;
end $$;

-- Nobody can forget to publish, and nobody can erase an item and keep its body: a commit
-- that tries fails here.
create function sync_body_is_published() returns trigger language plpgsql as $$
declare
  b sync_body;
begin
  if tg_op = 'DELETE' then b := old; else b := new; end if;
  if not exists (
    select 1 from sync_item i
    where i.stream = b.stream and i.kind = b.kind and i.id = b.id
      and i.xid = pg_current_xact_id()
      and (i.op = 'u') = exists (
        select 1 from sync_body x where x.stream = b.stream and x.kind = b.kind and x.id = b.id)
  ) then
    raise exception 'a % was changed without sync_publish', b.kind;
  end if;
  return null;
end $$;
create constraint trigger sync_body_is_published
  after insert or update or delete on sync_body
  deferrable initially deferred for each row execute function sync_body_is_published();

-- The erasure register: ids only, for ever; it is what keeps a restored backup or an
-- import from bringing somebody back who asked to be removed.
create table erased (
  id uuid primary key,
  at timestamptz not null default clock_timestamp()
);
create function erased_stays_erased() returns trigger language plpgsql as $$
begin
  if exists (select 1 from erased e where e.id = new.about) then
    raise exception 'this person asked to be removed' using errcode = 'SWT01';
  end if;
  return new;
end $$;
create trigger erased_stays_erased before insert or update on sync_body
  for each row when (new.kind <> 'shortlist-entry' and new.about is not null)
  execute function erased_stays_erased();
