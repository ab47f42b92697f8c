import type { RecordId } from '#contract/brands.ts';
import type { Directive } from '#core/codec/directive-text.ts';

/** A directive as the centre keeps it, not signed yet. */
export type Kept = Omit<Directive, 'keyId'>;

/** What the centre knows of directives; a backup holds it like everything else. */
export interface Office {
  readonly directives: ReadonlyMap<RecordId, Kept>;
  /** Those taken back. */
  readonly ended: ReadonlySet<RecordId>;
  /** By device: whose it is, and when it was first seen. */
  readonly devices: ReadonlyMap<string, { readonly recruiter: string; readonly firstMs: number }>;
  /** `device directive`. */
  readonly receipts: ReadonlySet<string>;
}

export const EMPTY_OFFICE: Office = {
  directives: new Map(),
  ended: new Set(),
  devices: new Map(),
  receipts: new Set(),
};
