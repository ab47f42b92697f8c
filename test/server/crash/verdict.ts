import { sql } from 'kysely';
import type { StreamId } from '#contract/brands.ts';
import type { Database } from '#server/db/database.ts';
import type { Sender } from './sender.ts';

/** What is there after all crashes, against what was answered. All but the first must be 0. */
export interface Verdict {
  readonly acknowledged: number;
  /** Answered, and not in the ledger, not the same there, or without its effect. */
  readonly lost: number;
  /** Effects more than one a change, numbers of the feed without a change, strange entries. */
  readonly doubled: number;
}

interface LedgerRow {
  readonly id: string;
  readonly device: string;
  readonly n: number;
  readonly outcome: string;
  readonly seq: number;
}

/** Counts what the database holds of what these senders sent. */
export async function countAll(
  { sql: database }: Database,
  council: StreamId,
  senders: readonly Sender[],
): Promise<Verdict> {
  const devices = senders.map(({ device }) => device);
  const ledger = await sql<LedgerRow>`select id::text as id, device, n, outcome, seq
    from sync_mutation where device = any(${devices}::text[])`.execute(database);
  const ids = ledger.rows.map(({ id }) => id);
  const contacts = await sql<{ id: string; seq: number }>`
    select i.id::text as id, i.seq from sync_item i
    join sync_body b on b.stream = i.stream and b.kind = i.kind and b.id = i.id
    where i.kind = 'contact' and i.stream = ${council}
      and i.id = any(${senders.flatMap(({ sent }) => [...sent.keys()])}::uuid[])`.execute(database);
  const audits = await sql<{ id: string }>`select id::text as id from audit_entry
    where id = any(${senders.flatMap(({ sent }) => [...sent.keys()])}::uuid[])`.execute(database);
  const feed = await sql<{ head: number; items: number }>`
    select s.head, (select count(*)::int from sync_item i where i.stream = s.stream) as items
    from sync_stream s where s.stream = ${council}`.execute(database);

  const rows = new Map(ledger.rows.map((row) => [row.id, row]));
  const seqOf = new Map(contacts.rows.map(({ id, seq }) => [id, seq]));
  const audited = new Set(audits.rows.map(({ id }) => id));
  let lost = 0;
  let doubled = ids.length - rows.size + audits.rows.length - audited.size;
  for (const { device, sent, acknowledged } of senders) {
    for (const [id, { n, outcome, seq }] of acknowledged) {
      const row = rows.get(id);
      const isThere = row?.n === n && row.outcome === outcome && row.seq === seq;
      const isDone = sent.get(id)?.kind === 'contact.log' ? seqOf.get(id) === seq : audited.has(id);
      if (!isThere || !isDone) lost += 1;
    }
    // Dense from 1, and nothing that was never sent.
    const own = ledger.rows.filter((row) => row.device === device);
    const order = new Set(own.map(({ n }) => n));
    doubled += own.filter(({ id }) => !sent.has(id)).length + own.length - order.size;
    if (order.size > 0 && Math.max(...order) !== order.size) lost += 1;
  }
  // An effect without its ledger entry would come a second time with the next push.
  doubled += [...seqOf.keys(), ...audited].filter((id) => !rows.has(id)).length;
  // Every record of this stream was made once and never changed: one number each.
  const { head = 0, items = 0 } = feed.rows[0] ?? {};
  doubled += Math.abs(head - items);
  const acknowledged = senders.reduce((sum, sender) => sum + sender.acknowledged.size, 0);
  return { acknowledged, lost, doubled };
}
