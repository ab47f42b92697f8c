/** A promise of sync.md 6.1. */
export interface Invariant {
  readonly id: `I${number}`;
  readonly says: string;
  /** Where else it is looked at, or why it cannot be here. */
  readonly elsewhere?: string;
}

/** The promises of sync.md 6.1; those without a count here are looked at where they say. */
export const INVARIANTS: readonly Invariant[] = [
  { id: 'I1', says: 'in the end every laptop holds what the centre grants it' },
  { id: 'I2', says: 'what was said to be saved is applied, merged, or seen refused' },
  { id: 'I3', says: 'no change has its effect twice' },
  { id: 'I4', says: 'reading never goes back within one history' },
  { id: 'I5', says: "one's own work is on the screen at once and stays there" },
  { id: 'I6', says: 'a cursor never stands ahead of its rows' },
  {
    id: 'I7',
    says: 'nothing on a laptop names a person whose erasure it has heard of',
    elsewhere: 'every byte of a profile: test/e2e',
  },
  { id: 'I8', says: 'what is not granted any more is gone, first the key, then the rows' },
  { id: 'I9', says: 'what waits is tried again, and a stream is re-read at most thrice an hour' },
  { id: 'I10', says: "nobody's stage move is overwritten in silence" },
  { id: 'I11', says: 'changes of one device are taken in its order' },
  {
    id: 'I12',
    says: 'the feed is dense, and a cursor sees a prefix of it',
    elsewhere: 'on PostgreSQL: test/server',
  },
  { id: 'I13', says: 'a contact that was logged never changes and never goes' },
  {
    id: 'I14',
    says: 'a claim has one holder',
    elsewhere: 'not looked at: the product has no claims yet',
  },
  { id: 'I15', says: 'buffers in flight and the journal stay bounded' },
  { id: 'I16', says: 'a hostile or broken answer changes nothing durable' },
  { id: 'I17', says: 'a copy built anew is the same as the one kept' },
  {
    id: 'I18',
    says: 'an app and a centre one version apart keep all this',
    elsewhere: 'a tenth of all seeds have a centre of protocol 1',
  },
];
