import type { RecordId } from '#contract/brands.ts';
import { fail, type Result } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { PortMessage, PortReply, PortRequest, ReplicaCalls } from '#contract/replica-port.ts';
import { isDamage, toFailure } from './replica/replica-failure.ts';
import type { DataSession } from './session.ts';

/** Main's end of the port, as the worker sees it. */
export interface MainPort {
  /** Takes the port of a fresh connection; the one before is closed. */
  attach(port: MessagePort): void;
  /** Asks main to write to the journal. */
  append(
    drafts: readonly MutationDraft[],
    instead?: RecordId,
  ): Promise<Result<readonly JournalEntry[]>>;
  /** Has main open the cache again where an error says that it is damaged. */
  note(error: unknown): void;
}

type BucketsMessage = ReplicaCalls['buckets']['input'];
/** As much of the data worker as main speaks to. */
type ServedSession = Pick<DataSession, 'calls' | 'tidy'> & Partial<Pick<DataSession, 'foresee'>>;

/** More damage than this in the life of a worker is no accident: opening again would only spin. */
const MOST_MENDINGS = 3;

type Append = Result<readonly JournalEntry[]>;

const NOT_JOINED: Append = fail(
  'SAVE_FAILED',
  'This was not saved: the part that saves is not there. Try again in a moment.',
);

/**
 * Serves main one call at a time, in order: rows, cursor and memory never interleave.
 *
 * `session` is asked for late, because it needs this port to save.
 */
export function createMainPort(session: () => ServedSession): MainPort {
  let port: MessagePort | null = null;
  let nextId = 1;
  let queue: Promise<void> = Promise.resolve();
  let mendings = 0;
  let isTold = false;
  const waiting = new Map<number, (result: Append) => void>();

  function note(error: unknown): void {
    if (!isDamage(error) || !port || isTold || mendings === MOST_MENDINGS) return;
    isTold = true;
    mendings += 1;
    port.postMessage({ id: nextId++, call: 'damaged', input: {} } satisfies PortRequest);
  }

  async function serve(from: MessagePort, { id, call, input }: PortRequest): Promise<void> {
    // A call of a connection that is gone must not touch what the next one opens.
    if (from !== port) return;
    if (call === 'open') isTold = false;
    let reply: PortReply;
    try {
      const handler = session().calls[call as keyof ReplicaCalls] as (input: unknown) => unknown;
      reply = { id, result: { ok: true, value: await handler(input) } };
    } catch (error) {
      reply = { id, result: { ok: false, error: toFailure(error) } };
    }
    from.postMessage(reply);
    // Both are followed by quiet: nobody is waiting for main's next call.
    if (call === 'caught-up' || call === 'open') await session().tidy().catch(note);
  }

  function heard(from: MessagePort, message: PortMessage): void {
    if ('call' in message) {
      // While one message is being stored the next is unpacked: only its turn waits.
      if (message.call === 'buckets') session().foresee?.(message.input as BucketsMessage);
      queue = queue.then(() => serve(from, message));
      return;
    }
    const settle = waiting.get(message.id);
    waiting.delete(message.id);
    settle?.(message.result as Append);
  }

  return {
    note,
    attach(fresh) {
      port?.close();
      for (const settle of waiting.values()) settle(NOT_JOINED);
      waiting.clear();
      port = fresh;
      fresh.onmessage = ({ data }: MessageEvent<PortMessage>) => heard(fresh, data);
    },
    append(drafts, instead) {
      if (!port) return Promise.resolve(NOT_JOINED);
      const id = nextId++;
      const input = instead === undefined ? { drafts } : { drafts, instead };
      port.postMessage({ id, call: 'append', input } satisfies PortRequest);
      return new Promise((resolve) => {
        waiting.set(id, resolve);
      });
    },
  };
}
