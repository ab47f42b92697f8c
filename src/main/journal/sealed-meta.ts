import type { DatabaseSync } from 'node:sqlite';
import type { Sealer } from '#core/crypto/seal.ts';

/** The row that holds the others of `meta` once more, sealed. */
export const META_SEAL = 'seal';

type MetaRow = readonly [key: string, value: string];

/** What a journal keeps beside its entries. */
export interface ReadMeta {
  readonly values: Map<string, string>;
  /** What lies there is not what was written. */
  readonly isDamaged: boolean;
}

/**
 * Reads what the journal keeps beside its entries.
 *
 * A bit that fell over in a name or a number would go unseen: the sealed copy says what
 * was written. Files of an earlier app have none.
 */
export function readMeta(db: DatabaseSync, sealer: Sealer): ReadMeta {
  const { rows, seal } = readRows(db);
  if (seal === undefined) return { values: new Map(rows), isDamaged: false };
  try {
    const sealed = sealer.openJson(Buffer.from(seal, 'base64'), 'meta') as readonly MetaRow[];
    const isDamaged = JSON.stringify(sealed) !== JSON.stringify(rows);
    return { values: new Map(sealed), isDamaged };
  } catch {
    return { values: new Map(rows), isDamaged: true };
  }
}

/** Seals what is in the other rows now. */
export function sealOfMeta(db: DatabaseSync, sealer: Sealer): string {
  return Buffer.from(sealer.sealJson(readRows(db).rows, 'meta')).toString('base64');
}

function readRows(db: DatabaseSync) {
  const all = db.prepare('select key, value from meta order by key').all();
  const texts = all.map(({ key, value }): MetaRow => [String(key), String(value)]);
  return {
    rows: texts.filter(([key]) => key !== META_SEAL),
    seal: texts.find(([key]) => key === META_SEAL)?.[1],
  };
}
