import type { IsoInstant, RecordId, StreamId } from '#contract/brands.ts';
import { POOL } from '#contract/brands.ts';
import { EVERY_DEVICE, type SignedDirective } from '#contract/http/directives.ts';
import { anId } from '#test/builders/records.ts';
import type { Centre } from './centre.ts';
import type { Chance } from './chance.ts';
import type { Kept } from './directives-kept.ts';
import { OURS, STRANGERS } from './office.ts';
import { personId } from './people.ts';

/** Directives nobody ordered; ids of their own, so that one obeyed is found out. */
export class Forger {
  readonly #chance: Chance;
  readonly #centre: Centre;
  #made = 0;

  constructor(chance: Chance, centre: Centre) {
    this.#chance = chance;
    this.#centre = centre;
  }

  /** One for this device that is not signed, by somebody else, for another, of a day to come. */
  forge(device: string): SignedDirective {
    const chance = this.#chance;
    const id = anId<RecordId>(0xf000_0000 + this.#made++);
    const issuedAt = '2026-06-09T08:00:00.000Z' as IsoInstant;
    const kinds: readonly Pick<Kept, 'kind' | 'stream' | 'why' | 'people'>[] = [
      { kind: 'purge', stream: chance.pick([POOL, 'council:kent', 'council:medway']) as StreamId },
      { kind: 'wipe', why: 'ordered' },
      { kind: 'erase', people: [personId(1 + chance.int(9))] },
    ];
    const what = { id, issuedAt, device, ...chance.pick(kinds) };
    switch (chance.int(5)) {
      case 0:
        return { ...OURS.sign(what), signature: 'A'.repeat(86) };
      case 1:
        return STRANGERS.sign(what);
      case 2:
        return { ...STRANGERS.sign(what), keyId: OURS.key.keyId };
      case 3:
        // Really signed, for another laptop.
        return OURS.sign({ ...what, device: `${device.slice(0, -1)}z` });
      default:
        return OURS.sign({ ...what, issuedAt: '2099-01-01T00:00:00.000Z' as IsoInstant });
    }
  }

  /** One that was really ordered of this device once, if any was. */
  replay(device: string): SignedDirective | null {
    const all = [...this.#centre.orders.issued.values()];
    const mine = all.filter((one) => one.device === device || one.device === EVERY_DEVICE);
    return mine.length === 0 ? null : OURS.sign(this.#chance.pick(mine));
  }
}
