import type { RecordId } from '#contract/brands.ts';
import { EVERYBODY, FindQuery } from '#contract/find-query.ts';

/**
 * The address of a question to Find: what a chart mark, a link or a bookmark leads to.
 *
 * Only what differs from "everybody" is written, so that addresses stay short.
 */
export function findAddress(query: FindQuery, savedId: RecordId | null = null): string {
  const said = Object.entries(query).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(EVERYBODY[key as keyof FindQuery]),
  );
  const ask = JSON.stringify(Object.fromEntries(said));
  const search = savedId === null ? {} : { search: savedId };
  return `#/find?${new URLSearchParams({ ...search, ask }).toString()}`;
}

/** Reads the question of an address; null when there is none or it makes no sense. */
export function readAsk(ask: string | undefined): FindQuery | null {
  if (ask === undefined) return null;
  try {
    const said: unknown = JSON.parse(ask);
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return null;
    const known = Object.entries(said).filter(([key]) => key in FindQuery.properties);
    return { ...EVERYBODY, ...(Object.fromEntries(known) as Partial<FindQuery>) };
  } catch {
    return null;
  }
}
