import { RecordId } from '#contract/brands.ts';
import { fail, type Result } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { PortMessage, PortReply, PortRequest, ReplicaCalls } from '#contract/replica-port.ts';
import type { Log } from '#core/ports.ts';
import type { ReplicaStore } from '#core/sync/ports.ts';
import { areDrafts } from './check-drafts.ts';
import { isOf } from './is-of.ts';

/** As much of Electron's `MessagePortMain` as is used. */
export interface WorkerPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

/** What the port is joined to. */
export interface PortReplicaParts {
  /** Writes to the journal; answers after the commit. */
  readonly append: (
    drafts: readonly MutationDraft[],
    instead?: RecordId,
  ) => Result<readonly JournalEntry[]>;
  /** A worker is there, anew also when what it holds is damaged, or it is gone. */
  readonly changed: (is: 'replica-up' | 'replica-down') => void;
  readonly log: Log;
}

/** The cache behind a port that may be replaced at any time. */
export interface PortReplica extends ReplicaStore {
  /** Takes the port of a fresh worker; calls of the one before fail. */
  attach(port: WorkerPort): void;
  /** Lets the worker go. */
  detach(): void;
}

interface Call {
  readonly request: PortRequest;
  readonly settle: (result: Result<unknown>) => void;
}

/** Requests under way at once: the credits of decision S3. */
const CREDITS = 2;
const GONE = fail('INTERNAL_FAULT', 'The window with the copy of the records is not there.');
const NOT_DRAFTS = fail('IPC_BAD_REQUEST', 'What was to be saved does not have the agreed form.');

/**
 * Makes the cache's port over a message port: requests in order, at most two under way.
 *
 * Electron's `MessagePortMain` can transfer ports only, so bytes are copied once by the
 * structured clone. Nothing here throws; a caller of a worker that went away gets a failure.
 */
export function createPortReplica({ append, changed, log }: PortReplicaParts): PortReplica {
  let port: WorkerPort | null = null;
  let nextId = 1;
  const queue: Call[] = [];
  const underWay = new Map<number, Call>();

  function pump(): void {
    while (port !== null && underWay.size < CREDITS) {
      const call = queue.shift();
      if (call === undefined) return;
      underWay.set(call.request.id, call);
      port.postMessage(call.request satisfies PortMessage);
    }
  }

  function letGo(): void {
    if (port === null) return;
    const old = port;
    port = null;
    // First the news, so that the failures below are late answers to everyone.
    changed('replica-down');
    for (const call of [...underWay.values(), ...queue]) call.settle(GONE);
    underWay.clear();
    queue.length = 0;
    old.close();
  }

  function heard(from: WorkerPort, data: unknown): void {
    if (from !== port) return;
    if (isReply(data)) {
      const call = underWay.get(data.id);
      if (call === undefined) return;
      underWay.delete(data.id);
      call.settle(data.result);
      pump();
    } else if (isAppend(data)) {
      const { drafts, instead } = data.input;
      const result = areDrafts(drafts) ? append(drafts, instead) : NOT_DRAFTS;
      from.postMessage({ id: data.id, result } satisfies PortReply);
    } else if (isObject(data) && data.call === 'damaged') changed('replica-up');
    else log.warn('port.not-understood');
  }

  return {
    attach(fresh) {
      letGo();
      port = fresh;
      fresh.on('message', ({ data }) => heard(fresh, data));
      fresh.on('close', () => {
        if (port === fresh) letGo();
      });
      fresh.start();
      changed('replica-up');
    },
    detach: letGo,
    call<Name extends keyof ReplicaCalls>(name: Name, input: ReplicaCalls[Name]['input']) {
      type Output = Result<ReplicaCalls[Name]['output']>;
      if (port === null) return Promise.resolve(GONE);
      return new Promise<Output>((resolve) => {
        const request: PortRequest = { id: nextId++, call: name, input };
        queue.push({ request, settle: (result) => resolve(result as Output) });
        pump();
      });
    },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isReply(data: unknown): data is PortReply {
  return isObject(data) && typeof data.id === 'number' && isObject(data.result);
}

function isAppend(data: unknown): data is {
  readonly id: number;
  readonly input: { readonly drafts: readonly unknown[]; readonly instead?: RecordId };
} {
  if (!isObject(data) || typeof data.id !== 'number' || data.call !== 'append') return false;
  if (!isObject(data.input) || !Array.isArray(data.input.drafts)) return false;
  const { instead } = data.input;
  return instead === undefined || isOf(RecordId, instead);
}
