import type { PortMessage } from '#contract/replica-port.ts';
import type { WorkerPort } from '#main/sync/port-replica.ts';
import type { Chance } from './chance.ts';
import type { World } from './world.ts';

/** The message port between main and one worker: in order, copied, and cut with either end. */
export interface Pipe {
  readonly main: WorkerPort;
  readonly worker: MessagePort;
  /** One end is gone: main hears it, nothing more arrives. */
  cut(): void;
}

/** Requests that may be on their way to a worker at once (decision S3). */
const CREDITS = 2;

type Heard = (event: { readonly data: unknown }) => void;

/** Makes a port whose messages take up to 3 ms. */
export function createPipe(world: World, chance: Chance): Pipe {
  let isCut = false;
  let lastMs = 0;
  const underWay = new Set<number>();
  let mainHears: Heard = () => {};
  let mainCloses: () => void = () => {};
  const worker = {
    onmessage: null as Heard | null,
    postMessage: (message: PortMessage) => {
      if (!('call' in message)) underWay.delete(message.id);
      send(message, (event) => mainHears(event));
    },
    close: () => {},
  };

  function send(message: unknown, to: Heard): void {
    if (isCut) return;
    const data: unknown = copyPlain(message);
    lastMs = Math.max(lastMs, world.nowMs + chance.int(4));
    world.after(lastMs - world.nowMs, () => {
      if (!isCut) to({ data });
    });
  }

  return {
    main: {
      postMessage(message: PortMessage) {
        if ('call' in message) underWay.add(message.id);
        world.looked('I15');
        if (underWay.size > CREDITS) world.fail('I15', `${underWay.size} requests at once`);
        send(message, (event) => worker.onmessage?.(event));
      },
      on(is: 'message' | 'close', listener: Heard | (() => void)) {
        if (is === 'message') mainHears = listener;
        else mainCloses = listener as () => void;
      },
      start: () => {},
      close: () => {
        isCut = true;
      },
    },
    worker: worker as unknown as MessagePort,
    cut() {
      if (isCut) return;
      isCut = true;
      mainCloses();
    },
  };
}

/** What the structured clone does to a message of plain values and bytes, ten times as fast. */
function copyPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function') throw new TypeError('A function cannot be sent.');
    return value;
  }
  if (Array.isArray(value)) return value.map(copyPlain);
  if (value instanceof Uint8Array) return value.slice();
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = copyPlain(Reflect.get(value, key));
  return copy;
}
