import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CandidateId, StreamId } from '#contract/brands.ts';
import type { PushResponse, PushResult } from '#contract/http/push.ts';
import { PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import type { Chance } from '../../simulation/chance.ts';

/** Where, as whom and about whom changes are sent. */
export interface SenderParts {
  readonly url: () => string;
  readonly token: string;
  readonly council: StreamId;
  readonly people: readonly CandidateId[];
  readonly chance: Chance;
}

interface Sent {
  readonly id: string;
  readonly n: number;
  readonly kind: 'contact.log' | 'audit.record';
}

const GIVE_UP_AFTER_MS = 60_000;

/**
 * A laptop that sends without a pause: what has no answer is sent again, as it was.
 *
 * A refusal is a violation: nothing it sends can be refused, and an order gap says that the
 * centre has forgotten what it acknowledged.
 */
export class Sender {
  readonly device = randomUUID();
  /** All that was ever sent, by id. */
  readonly sent = new Map<string, Sent>();
  readonly acknowledged = new Map<string, PushResult>();
  /** Pushes under way. */
  inFlight = 0;
  /** Pushes that ended without an answer. */
  cut = 0;
  readonly #parts: SenderParts;
  #waiting: object[] = [];
  #n = 0;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  async runUntil(isOver: () => boolean): Promise<void> {
    let failingSince: number | null = null;
    while (!isOver() || this.#waiting.length > 0) {
      if (!isOver()) this.#make(1 + this.#parts.chance.int(6));
      const answer = await this.#push();
      if (answer) {
        failingSince = null;
        this.#take(answer);
        continue;
      }
      failingSince ??= Date.now();
      if (Date.now() - failingSince > GIVE_UP_AFTER_MS) throw new Error('The centre stays away.');
      await sleep(20 + this.#parts.chance.int(60));
    }
  }

  #make(count: number): void {
    const { chance, council, people } = this.#parts;
    if (this.#waiting.length > 20) return;
    for (let each = 0; each < count; each++) {
      const id = randomUUID();
      const candidateId = chance.pick(people);
      const at = new Date().toISOString();
      const kind = chance.may(0.8) ? 'contact.log' : 'audit.record';
      const what = { id, candidateId, at, channel: 'phone', direction: 'out' };
      const args =
        kind === 'contact.log'
          ? { ...what, outcome: chance.pick(['no_answer', 'spoke_interested']) }
          : { action: 'view', candidateId };
      this.#n += 1;
      const n = this.#n;
      const rest = { stream: council, entity: id, base: 0, schema: 1, at, ageMs: 0 };
      this.sent.set(id, { id, n, kind });
      this.#waiting.push({ id, n, kind, args, ...rest });
    }
  }

  /** Null when there was no answer to trust. */
  async #push(): Promise<PushResponse | null> {
    const { url, token } = this.#parts;
    this.inFlight += 1;
    let answer: Response;
    let text: string;
    try {
      answer = await fetch(`${url()}/v1/sync/push`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'swt-protocol': String(PROTOCOL_VERSION),
          'swt-device': this.device,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ device: this.device, mutations: this.#waiting }),
        signal: AbortSignal.timeout(10_000),
      });
      text = await answer.text();
    } catch {
      this.cut += 1;
      return null;
    } finally {
      this.inFlight -= 1;
    }
    if (answer.status >= 500) {
      this.cut += 1;
      return null;
    }
    if (answer.status !== 200) throw new Error(`${answer.status} ${text}`);
    return JSON.parse(text) as PushResponse;
  }

  #take({ results }: PushResponse): void {
    const done = new Set<string>();
    for (const result of results) {
      const before = this.acknowledged.get(result.id);
      if (before) throw new Error(`${result.id} was answered twice`);
      if (result.outcome !== 'applied') throw new Error(`not applied: ${JSON.stringify(result)}`);
      this.acknowledged.set(result.id, result);
      done.add(result.id);
    }
    this.#waiting = this.#waiting.filter((change) => !done.has((change as Sent).id));
  }
}
