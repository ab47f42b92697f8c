import type { Result } from '#contract/errors.ts';
import { PORT_CHANNEL } from '#contract/ipc.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { Queries, QueryName } from '#contract/queries.ts';
import type { PortMessage, ReplicaCalls } from '#contract/replica-port.ts';
import { startDataWorker } from '#renderer/data/worker-address.ts';
import { createWorkerClient, type WorkerClient } from '#renderer/data/worker-client.ts';

/** The main process as a page sees it: it hands out ports and keeps the journal. */
export interface FakeMain {
  readonly client: WorkerClient;
  /** Calls the worker over the port; throws its failure. */
  call<Name extends keyof ReplicaCalls>(
    name: Name,
    input: ReplicaCalls[Name]['input'],
  ): Promise<ReplicaCalls[Name]['output']>;
  /** Asks as a screen does; throws a fault. */
  ask<Name extends QueryName>(
    name: Name,
    input: Queries[Name]['input'],
  ): Promise<Queries[Name]['output']>;
  /** Ports handed out so far. */
  readonly connects: () => number;
  /** How often the worker has said that what it reads is damaged. */
  readonly damages: () => number;
}

/** Starts the real data worker with a main whose journal is `append`. */
export function startFakeMain(
  append: (drafts: readonly MutationDraft[]) => Promise<Result<readonly JournalEntry[]>>,
): FakeMain {
  let port: MessagePort | null = null;
  let connects = 0;
  let damages = 0;
  let nextId = 1;
  const waiting = new Map<number, (message: PortMessage) => void>();

  function connect(): void {
    const { port1, port2 } = new MessageChannel();
    connects += 1;
    port = port1;
    port1.onmessage = ({ data }: MessageEvent<PortMessage>) => void heard(port1, data);
    window.postMessage(PORT_CHANNEL, location.origin, [port2]);
  }

  async function heard(from: MessagePort, message: PortMessage): Promise<void> {
    if (!('call' in message)) return waiting.get(message.id)?.(message);
    if (message.call === 'damaged') {
      damages += 1;
      return;
    }
    const { drafts } = message.input as { readonly drafts: readonly MutationDraft[] };
    from.postMessage({ id: message.id, result: await append(drafts) });
  }

  const client = createWorkerClient({ connect, startWorker: startDataWorker });
  return {
    client,
    connects: () => connects,
    damages: () => damages,
    call: (name, input) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, (message) => {
          if (!('result' in message)) return;
          const { result } = message;
          if (result.ok) resolve(result.value as never);
          else reject(Object.assign(new Error(result.error.message), result.error));
        });
        port?.postMessage({ id, call: name, input } satisfies PortMessage);
      }),
    async ask(name, input) {
      const result = await client.ask(name, input);
      if (!result.ok) throw new Error(result.error.message);
      return result.value;
    },
  };
}
