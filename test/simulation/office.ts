import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { CandidateId, IsoDate, IsoInstant, RecordId, StreamId } from '#contract/brands.ts';
import { councilStream } from '#contract/brands.ts';
import {
  type DirectiveKey,
  EVERY_DEVICE,
  type SignedDirective,
  type WipeReason,
} from '#contract/http/directives.ts';
import type { Obeyed } from '#contract/http/session.ts';
import { directiveText } from '#core/codec/directive-text.ts';
import { isoInstant } from '#core/domain/days.ts';
import { digestOfIds } from '#main/directives/directives.ts';
import { anId } from '#test/builders/records.ts';
import type { Kept, Office } from './directives-kept.ts';
import type { Memory } from './feed.ts';
import { START_MS } from './world.ts';

/** A signature that is the same in every run of a seed. */
function signerOf(secret: number) {
  const seed = Buffer.alloc(32, secret);
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x: publicKey = '' } = createPublicKey(key).export({ format: 'jwk' });
  const keyId = createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
  const told: DirectiveKey = { keyId, publicKey };
  const known = new WeakMap<Kept, SignedDirective>();
  return {
    key: told,
    sign(unsigned: Kept): SignedDirective {
      const before = known.get(unsigned);
      if (before) return before;
      const directive = { ...unsigned, keyId };
      const signature = sign(null, Buffer.from(directiveText(directive)), key);
      const signed = { ...directive, signature: signature.toString('base64url') };
      known.set(unsigned, signed);
      return signed;
    },
  };
}

/** What the centre signs with, and what somebody else does. */
export const OURS = signerOf(7);
export const STRANGERS = signerOf(8);

/** Whether the centre's receipts of a device are those it says it gave. */
function isSame(receipts: readonly string[], { acknowledged, unacknowledged }: Obeyed): boolean {
  const ids = receipts.map((receipt) => receipt.slice(receipt.indexOf(' ') + 1) as RecordId);
  return digestOfIds(ids.filter((id) => !unacknowledged.includes(id))) === acknowledged;
}

/** Writes directives as the triggers and routes of the centre do. */
export class Orders {
  /** Every directive there ever was: outlives every restore. */
  readonly issued = new Map<RecordId, Kept>();
  readonly #endedMs = new Map<RecordId, number>();
  readonly #memory: () => Memory;
  readonly #nowMs: () => number;

  constructor(memory: () => Memory, nowMs: () => number) {
    this.#memory = memory;
    this.#nowMs = nowMs;
  }

  /** Makes a directive of this moment. */
  make(what: Omit<Kept, 'id' | 'issuedAt'>): Kept {
    const id = anId<RecordId>(0xd000_0000 + this.issued.size);
    const directive = { ...what, id, issuedAt: isoInstant(START_MS + this.#nowMs()) };
    this.issued.set(id, directive);
    return directive;
  }

  order(what: Omit<Kept, 'id' | 'issuedAt'>): void {
    const directive = this.make(what);
    this.#change((office) => ({
      directives: new Map([...office.directives, [directive.id, directive]]),
    }));
    this.#memory().grantsRev += 1;
  }

  /** A device says hello: under a new name, or as an older copy of itself, it is told again. */
  greet(
    device: string,
    hello: {
      readonly recruiter: string;
      readonly formerly?: string | undefined;
      readonly obeyed?: Obeyed | undefined;
      readonly since?: IsoInstant | undefined;
      readonly holds?: readonly StreamId[] | undefined;
    },
  ): boolean {
    const { recruiter, formerly = '', obeyed, since, holds = [] } = hello;
    const sinceMs = since === undefined ? Infinity : Date.parse(since) - START_MS;
    const { devices, receipts } = this.#office;
    const before = devices.get(device) ?? devices.get(formerly);
    const isOld = since === undefined && holds.length > 0;
    const firstMs = Math.min(sinceMs, before?.firstMs ?? (isOld ? -Infinity : this.#nowMs()));
    this.#change(() => ({ devices: new Map([...devices, [device, { recruiter, firstMs }]]) }));
    if (before && !devices.has(device)) this.#inherit(device, formerly, recruiter);
    const mine = [...receipts].filter((receipt) => receipt.startsWith(`${device} `));
    const forgets = obeyed !== undefined && !isSame(mine, obeyed);
    if (forgets) {
      const others = [...receipts].filter((one) => !mine.includes(one));
      this.#change(() => ({ receipts: new Set(others) }));
    }
    if (holds.length > 0) this.#leftovers(device, recruiter, holds);
    return forgets;
  }

  /** What it holds and may not hold: whatever became of an earlier order, it is told. */
  #leftovers(device: string, recruiter: string, holds: readonly StreamId[]): void {
    const councils = this.#memory().councils.get(recruiter) ?? [];
    if (councils.length === 0) {
      this.wipe(device, 'access-ended');
      return;
    }
    if (this.isWiped(device)) return;
    const told = this.due(device).map(({ stream }) => stream);
    for (const stream of holds) {
      const [kind, id = ''] = stream.split(':');
      if (kind !== 'council' || councils.includes(id) || told.includes(stream)) continue;
      this.order({ kind: 'purge', device, stream });
    }
  }

  #inherit(device: string, formerly: string, recruiter: string): void {
    const councils = this.#memory().councils.get(recruiter) ?? [];
    const held = new Set<string | undefined>();
    for (const { device: of, kind, stream, why, id } of [...this.#office.directives.values()]) {
      if (of !== formerly || this.#office.ended.has(id) || held.has(stream ?? kind)) continue;
      if (stream && councils.includes(stream.slice('council:'.length))) continue;
      held.add(stream ?? kind);
      this.order({ kind, device, ...(stream ? { stream } : {}), ...(why ? { why } : {}) });
    }
  }

  /** What a device has still to obey; a wipe for ever. */
  due(device: string): readonly Kept[] {
    const { directives, ended, devices, receipts } = this.#office;
    const since = devices.get(device)?.firstMs ?? 0;
    return [...directives.values()]
      .filter(({ id, kind, device: of, issuedAt }) => {
        if (ended.has(id) || (of !== device && of !== EVERY_DEVICE)) return false;
        if (kind === 'wipe') return true;
        if (receipts.has(`${device} ${id}`)) return false;
        return kind !== 'erase' || Date.parse(issuedAt) - START_MS >= since;
      })
      .sort((a, b) => Number(b.kind === 'wipe') - Number(a.kind === 'wipe'));
  }

  isWiped(device: string): boolean {
    return this.due(device).some(({ kind }) => kind === 'wipe');
  }

  take(device: string, recruiter: string, ids: readonly RecordId[]): void {
    const { directives, devices, receipts } = this.#office;
    const taken = ids.filter((id) => {
      const of = directives.get(id)?.device;
      return of === device || (of === EVERY_DEVICE && devices.get(device)?.recruiter === recruiter);
    });
    const all = [...receipts, ...taken.map((id) => `${device} ${id}`)];
    this.#change(() => ({ receipts: new Set(all) }));
  }

  /** Access of a recruiter has changed: their laptops are told, or need not be told any more. */
  accessMoved(recruiter: string, before: readonly string[], now: readonly string[]): void {
    const { devices, directives, receipts } = this.#office;
    const mine = [...devices].flatMap(([device, of]) =>
      of.recruiter === recruiter ? [device] : [],
    );
    const gained = now
      .filter((one) => !before.includes(one))
      .map((id) => councilStream(id as never));
    const over = [...directives.values()].filter(({ device, kind, stream, why, id }) => {
      if (!mine.includes(device)) return false;
      if (stream) return gained.includes(stream);
      const isDone = receipts.has(`${device} ${id}`);
      return kind === 'wipe' && why !== 'ordered' && now.length > 0 && !isDone;
    });
    this.#end(over.map(({ id }) => id));
    const lost = before.filter((one) => !now.includes(one)).map((id) => councilStream(id as never));
    for (const device of mine) {
      if (this.isWiped(device)) continue;
      if (now.length === 0) this.order({ kind: 'wipe', device, why: 'access-ended' });
      else for (const stream of lost) this.order({ kind: 'purge', device, stream });
    }
  }

  wipe(device: string, why: WipeReason): void {
    if (!this.#office.devices.has(device) || this.isWiped(device)) return;
    this.order({ kind: 'wipe', device, why });
  }

  /** Once, unless a backup knows nothing of it. */
  erase(person: CandidateId): void {
    const known = [...this.#office.directives.values()];
    if (known.some(({ people }) => people?.includes(person))) return;
    this.order({ kind: 'erase', device: EVERY_DEVICE, people: [person] });
  }

  freeze(isClosed: boolean): void {
    const { directives } = this.#office;
    const before = [...directives.values()].filter(({ kind }) => kind === 'freeze');
    this.#end(before.map(({ id }) => id));
    this.#memory().grantsRev += 1;
    if (!isClosed) return;
    this.order({ kind: 'freeze', device: EVERY_DEVICE, until: '2026-12-31' as IsoDate });
  }

  /** Whether somebody, at some time, ordered this of this device. */
  wasOrdered(device: string, kind: Kept['kind'], stream?: StreamId, sinceMs = 0): boolean {
    return [...this.issued.values()].some(
      (one) =>
        one.kind === kind &&
        one.device === device &&
        one.stream === stream &&
        Date.parse(one.issuedAt) - START_MS >= sinceMs,
    );
  }

  /** Whether it was taken back, and when: before this moment. */
  wasEndedBefore(id: RecordId, atMs: number): boolean {
    return (this.#endedMs.get(id) ?? Number.POSITIVE_INFINITY) < atMs;
  }

  #end(ids: readonly RecordId[]): void {
    for (const id of ids) this.#endedMs.set(id, this.#nowMs());
    this.#change(({ ended }) => ({ ended: new Set([...ended, ...ids]) }));
  }

  get #office(): Office {
    return this.#memory().office;
  }

  /** A backup shares what it holds, so that nothing is changed in place. */
  #change(by: (office: Office) => Partial<Office>): void {
    const memory = this.#memory();
    memory.office = { ...memory.office, ...by(memory.office) };
  }
}
