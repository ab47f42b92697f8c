import type { Fetch } from '#main/sync/http-api.ts';
import type { Chance } from '../../simulation/chance.ts';
import type { TestCentre } from '../test-centre.ts';
import type { VirtualTime } from './time.ts';

/** What a laptop's way to the centre does with what is sent over it. */
export interface Link {
  readonly fetch: Fetch;
  isOffline: boolean;
  /** From now on nothing is lost. */
  isCalm: boolean;
  /** Answers that got lost on the way back, after the centre had done what was asked. */
  lostAnswers: number;
}

const LOST = 0.08;

/**
 * The way to a real centre without a socket: slow, and now and then an answer is lost.
 *
 * Pushes are cut short at random, as by a centre that stops in the middle of a batch, so that
 * two laptops that come back at once take turns.
 */
export function openLink(centre: TestCentre, time: VirtualTime, chance: Chance): Link {
  const link: Link = { fetch: ask, isOffline: false, isCalm: false, lostAnswers: 0 };

  async function ask(url: string, init: RequestInit = {}): Promise<Response> {
    const path = url.slice(url.indexOf('/v1/'));
    // A proxy that breaks event streams: polling alone must do (decision C4).
    if (link.isOffline || path.startsWith('/v1/sync/events')) throw new TypeError('offline');
    await time.sleep(10 + chance.int(400));
    if (link.isOffline) throw new TypeError('offline');
    const answer = await time.during(
      centre.app.inject({
        method: init.method === 'POST' ? 'POST' : 'GET',
        url: path,
        headers: init.headers as Record<string, string>,
        ...(typeof init.body === 'string' ? { payload: cut(path, init.body) } : {}),
      }),
    );
    await time.sleep(10 + chance.int(400));
    if (link.isOffline || (!link.isCalm && chance.may(LOST))) {
      link.lostAnswers += 1;
      throw new TypeError('the answer was lost');
    }
    const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
    const body = answer.rawPayload.length > 0 ? new Uint8Array(answer.rawPayload) : null;
    return new Response(body, {
      status: answer.statusCode,
      headers: headers as [string, string][],
    });
  }

  function cut(path: string, body: string): string {
    if (!path.startsWith('/v1/sync/push')) return body;
    const push = JSON.parse(body) as { readonly mutations: readonly unknown[] };
    return JSON.stringify({ ...push, mutations: push.mutations.slice(0, 1 + chance.int(12)) });
  }

  return link;
}
