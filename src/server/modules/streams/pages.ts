import { promisify } from 'node:util';
import { constants, gzip, zstdCompress } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import type { StreamId } from '#contract/brands.ts';
import type { ChangesQuery } from '#contract/http/streams.ts';
import type { Sql } from '#server/db/database.ts';
import { digestOf } from '#server/plugins/content-digest.ts';
import { Refusal } from '#server/plugins/problems.ts';
import { type FeedRow, readStretch, type StreamState } from './repository.ts';

const zstd = promisify(zstdCompress);
const zip = promisify(gzip);

/** How a body travels; zstd level 3 costs half of gzip's time at the same size. */
export type Encoding = 'zstd' | 'gzip' | 'identity';

const DEFAULT_LIMIT = 500;
/** Below this a compressed body is no smaller worth the work. */
const COMPRESS_FROM_BYTES = 1_024;
const MOST_PAGES = 64;

/** What a page is asked by. */
export interface PageRequest {
  readonly state: StreamState;
  readonly query: ChangesQuery;
  readonly grantsRev: number;
  readonly encoding: Encoding;
}

/** A page ready to send. */
export interface Page {
  readonly body: Buffer;
  readonly encoding: Encoding;
  /** Of the body before it was packed. */
  readonly digest: string;
}

/**
 * Makes pages of changes; the same page asked for by many is made once.
 *
 * After a nudge everybody asks for the same rows: sharing them measured 9 times the
 * requests a second. The head is part of the key, so a page never outlives a change.
 */
export class Pages {
  readonly #sql: Sql;
  readonly #made = new Map<string, Promise<Page>>();

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Forgets every page, so that nothing erased stays in memory. */
  forget(): void {
    this.#made.clear();
  }

  page(request: PageRequest): Promise<Page> {
    const { state, query } = request;
    const key = JSON.stringify([
      state.stream,
      query.epoch,
      state.head,
      query.after,
      query.snapAt,
      query.limit,
      query.mode,
      request.grantsRev,
      request.encoding,
    ]);
    const known = this.#made.get(key);
    if (known) return known;
    const oldest = this.#made.keys().next();
    if (this.#made.size >= MOST_PAGES && !oldest.done) this.#made.delete(oldest.value);
    const page = this.#make(request);
    this.#made.set(key, page);
    page.catch(() => this.#made.delete(key));
    return page;
  }

  async #make({ state, query, grantsRev, encoding }: PageRequest): Promise<Page> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const { stream } = state;
    // One more than asked for tells whether there is more.
    const stretch = await readStretch(this.#sql, stream, query.after, limit + 1);
    if (!stretch) throw new Refusal('not-found', 'There is no such stream.');
    if (stretch.epoch !== query.epoch) {
      const past = state.past.find(({ epoch }) => epoch === query.epoch);
      throw new Refusal('epoch-changed', 'The history was replaced, for example by a restore.', {
        ...(past ? { commonSeq: past.commonSeq } : {}),
      });
    }
    const since = Math.max(query.after, query.snapAt ?? 0);
    const isBelow = query.after > 0 && since < stretch.floor && query.mode !== 'repair';
    if (query.after > stretch.head || isBelow) {
      throw new Refusal('cursor-expired', 'This position is not kept any more.');
    }
    const more = stretch.rows.length > limit;
    const { epoch, head } = stretch;
    const rows = stretch.rows.slice(0, limit);
    const to = more ? (rows.at(-1)?.seq ?? query.after) : head;
    const text = pageText({ stream, query, grantsRev, rows, more, to, epoch, head });
    return compress(Buffer.from(text), encoding);
  }
}

/** What a page says. */
export interface PageText {
  readonly stream: StreamId;
  readonly query: Pick<ChangesQuery, 'after'>;
  readonly grantsRev: number;
  readonly rows: readonly FeedRow[];
  readonly more: boolean;
  readonly to: number;
  readonly epoch: string;
  readonly head: number;
}

/** Bodies are JSON text already: they are passed on, never parsed. */
export function pageText(page: PageText): string {
  const { stream, epoch, to, head, more, grantsRev } = page;
  const start = { stream, epoch, after: page.query.after, to, head, more, grantsRev };
  const items = page.rows.map(
    ({ seq, kind, id, op, doc }) =>
      `{"seq":${seq},"kind":"${kind}","id":"${id}","op":"${op}"${doc === null ? '' : `,"doc":${doc}`}}`,
  );
  return `${JSON.stringify(start).slice(0, -1)},"items":[${items.join(',')}]}`;
}

/** Packs a body for the network. */
export async function compress(body: Buffer, encoding: Encoding): Promise<Page> {
  const digest = digestOf(body);
  if (encoding === 'identity' || body.length < COMPRESS_FROM_BYTES) {
    return { body, encoding: 'identity', digest };
  }
  if (encoding === 'gzip') return { body: await zip(body), encoding, digest };
  const level = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };
  return { body: await zstd(body, level), encoding, digest };
}

/** Picks the cheapest encoding the client takes. */
export function chooseEncoding(accepts: string | undefined): Encoding {
  if (accepts && /\bzstd\b/.test(accepts)) return 'zstd';
  if (accepts && /\bgzip\b/.test(accepts)) return 'gzip';
  return 'identity';
}

/** Sends a packed body of one stream. */
export function sendPage(reply: FastifyReply, { body, encoding, digest }: Page, epoch: string) {
  reply.header('swt-epoch', epoch).header('vary', 'accept-encoding');
  if (encoding !== 'identity') {
    reply.header('content-encoding', encoding).header('unencoded-digest', digest);
  }
  // Bytes, because a string of JSON would be put through the serialiser again.
  return reply.type('application/json; charset=utf-8').send(body);
}
