import { v7 as uuid } from 'uuid';
import { councilStream } from '#contract/brands.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import type { PushResponse } from '#contract/http/push.ts';
import { CentreCaller } from '../e2e/centre-caller.ts';
import type { Laptop } from '../e2e/laptop.ts';

const CHANGED = 1000;
const PUSHED_AT_ONCE = 100;
/** Of another council than the recruiter whose laptop is measured. */
const OTHER_RECRUITER = 'Jo Sutcliffe';
/** `CentreCaller` calls itself this. */
const DEVICE = 'journey-caller';

/**
 * A thousand people another council has spoken to while this laptop was away: milliseconds from
 * "sync now" until what Find shows counts every one of them as heard.
 */
export async function measureDelta(laptop: Laptop, centreUrl: string): Promise<number> {
  const { page } = laptop;
  const ids = await page.evaluate(someUnheard, CHANGED);
  await laptop.goOffline();
  await speakToAll(centreUrl, ids);
  await laptop.goOnline();
  return page.evaluate(untilHeard, ids.length);
}

/** Another council's recruiter logs a conversation with each of them. */
async function speakToAll(centreUrl: string, ids: readonly string[]): Promise<void> {
  const caller = await CentreCaller.signIn(centreUrl, ({ name }) => name === OTHER_RECRUITER);
  const session = await caller.session();
  const council = session.councils[0];
  if (!council) throw new Error('The other recruiter has no council.');
  const at = new Date().toISOString();
  let n = session.lastN;
  for (let from = 0; from < ids.length; from += PUSHED_AT_ONCE) {
    const mutations = ids.slice(from, from + PUSHED_AT_ONCE).map((candidateId) => {
      const id = uuid();
      n += 1;
      const contact = { id, candidateId, at, channel: 'phone', direction: 'out' };
      return {
        ...{ id, n, stream: councilStream(council.id), entity: id, base: 0, schema: 1, at },
        ...{ ageMs: 0, kind: 'contact.log', args: { ...contact, outcome: 'spoke_interested' } },
      };
    });
    const body = { device: DEVICE, mutations };
    const answer = (await caller.call('POST', ENDPOINTS.push, body)) as PushResponse;
    const refused = answer.results.find(({ outcome }) => outcome !== 'applied');
    if (refused) throw new Error(`A contact was not applied: ${JSON.stringify(refused)}`);
  }
}

/** In the page: people nobody has spoken to, who are not hidden. */
async function someUnheard(count: number): Promise<readonly string[]> {
  const { worker } = window.swtBench;
  if (!worker) throw new Error('The page has asked nothing yet.');
  const ask = (name: string, input: object) =>
    new Promise<unknown>((resolve, reject) => {
      const id = crypto.randomUUID();
      const heard = ({ data }: MessageEvent) => {
        if (data.id !== id) return;
        worker.removeEventListener('message', heard);
        if (data.result.ok) resolve(data.result.value);
        else reject(new Error(JSON.stringify(data.result.error)));
      };
      worker.addEventListener('message', heard);
      worker.postMessage({ id, name, input });
    });
  const query = { text: '', facets: { heard: ['unheard'] }, includeHidden: false, order: 'newest' };
  const found = (await ask('find.run', { query, first: count })) as {
    readonly rows: readonly { readonly id: string }[];
  };
  return found.rows.slice(0, count).map(({ id }) => id);
}

/** In the page, with Find open: syncs, and waits until so many fewer are unheard there. */
function untilHeard(count: number): Promise<number> {
  const unheard = () =>
    window.swtBench.answer?.facets.heard?.find(({ value }) => value === 'unheard')?.count ?? 0;
  const wanted = unheard() - count;
  const startedMs = performance.now();
  void window.swt.request('sync.now', {});
  return new Promise((resolve, reject) => {
    const look = () => {
      const ms = performance.now() - startedMs;
      if (unheard() === wanted) resolve(ms);
      else if (ms > 30_000) reject(new Error(`${unheard()} unheard instead of ${wanted}.`));
      else setTimeout(look, 5);
    };
    look();
  });
}
