import type { Tables } from '#renderer/worker/cache/cache.ts';
import { anId } from '#test/builders/records.ts';
import type { Chance } from './chance.ts';

type Row = Tables['bucket' | 'poolDelta' | 'row']['row'];

/** What a row is after a commit of it was lost: an older one, one of another id, or none. */
export function rottenOf(row: Row, chance: Chance): Row | null {
  if (!('doc' in row) || chance.may(0.4)) return null;
  const isStray = chance.may(0.3);
  // Of the programme and of presence there is one record, and no stray ones.
  const mayStray = !('stream' in row) || row.stream.startsWith('council:');
  if (isStray && mayStray) {
    const id = anId<never>(0xdead00 + chance.int(100));
    return { ...row, id, doc: { ...row.doc, id } } as Row;
  }
  const doc = { ...row.doc, ...('stream' in row ? { rotten: true } : { summary: 'version 0' }) };
  return { ...row, seq: row.seq - 1, doc } as Row;
}
