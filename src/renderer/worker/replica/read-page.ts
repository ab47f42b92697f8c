import type { StreamItem } from '#contract/http/streams.ts';
import {
  checkItem,
  checkPage,
  checkRecord,
  type PageEnvelope,
} from '#contract/records/check-record.ts';
import type { Steps } from '#core/search/steps.ts';
import { MAX_VALUE_BYTES } from '../cache/cache.ts';
import { parseInSteps } from './parse-in-steps.ts';

/** Reads the bytes of a page; null when it is not one. */
export function* readPage(bytes: Uint8Array): Steps<PageEnvelope | null> {
  try {
    const page = yield* parseInSteps(bytes, 'items');
    return checkPage(page) ? page : null;
  } catch {
    return null;
  }
}

/** Room for the seal and the plain columns beside a document. */
const BESIDE_BYTES = 1024;

/** One row of a page: usable, or where it was when it is not. */
export type PageRow =
  | { readonly is: 'good'; readonly item: StreamItem }
  | { readonly is: 'bad'; readonly key: string };

/** Checks one row by its own schema, so that one bad row never stops the others. */
export function readItem(page: PageEnvelope, index: number): PageRow {
  const item = page.items[index];
  if (!checkItem(item)) return { is: 'bad', key: `${page.stream} ? ${page.after}+${index}` };
  const key = asideKey(page.stream, item);
  const isPerson = item.kind === 'candidate';
  if (isPerson !== (page.stream === 'pool')) return { is: 'bad', key };
  if (item.op === 'u') {
    const { doc } = item;
    if (!checkRecord(item.kind, doc) || doc.id !== item.id) return { is: 'bad', key };
    if (isTooLarge(JSON.stringify(doc))) return { is: 'bad', key };
  }
  return { is: 'good', item };
}

/** The same for all rows of a page; a question need not wait for the checking of a thousand. */
export function* readItems(page: PageEnvelope): Steps<readonly PageRow[]> {
  const rows: PageRow[] = [];
  for (let index = 0; index < page.items.length; index += 1) {
    rows.push(readItem(page, index));
    yield;
  }
  return rows;
}

/** A letter takes three bytes at most, so only what is long needs to be measured. */
function isTooLarge(text: string): boolean {
  const most = MAX_VALUE_BYTES - BESIDE_BYTES;
  return text.length * 3 > most && new TextEncoder().encode(text).length > most;
}

/** Names a record in the list of those set aside. */
export function asideKey(stream: string, item: Pick<StreamItem, 'kind' | 'id'>): string {
  return `${stream} ${item.kind} ${item.id.slice(0, 64)}`;
}
