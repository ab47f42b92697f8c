import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINES } from '../server/engines.ts';
import { STAFF, type StaffName } from '../server/staff.ts';
import { aSeed, type CentreCode, openCentreOf, type TestCentre } from '../server/test-centre.ts';
import { type AppCode, RealLaptop } from '../server/two-recruiters/laptop.ts';
import type { Link } from '../server/two-recruiters/link.ts';
import { VirtualTime } from '../server/two-recruiters/time.ts';
import { createChance } from '../simulation/chance.ts';

/** A centre of some version that listens, and laptops of some versions that ask it over HTTP. */
export interface HttpMeeting {
  readonly centre: TestCentre;
  readonly time: VirtualTime;
  /** Opens the app of a version for somebody; today's where none is given. */
  open(who: StaffName, code?: AppCode): Promise<RealLaptop>;
  /** Asks the centre as somebody without an app, for example the programme team. */
  post(who: StaffName, path: string, body: object): Promise<number>;
  end(): Promise<void>;
}

const PEOPLE = 30;

/** Starts a centre on the embedded database, on a port of its own. */
export async function meetOverHttp(code: CentreCode): Promise<HttpMeeting> {
  const [engine] = ENGINES;
  if (!engine) throw new Error('There is no database.');
  const centre = await openCentreOf(code, { engine, seed: aSeed(PEOPLE) });
  const time = new VirtualTime(centre.clock.nowMs);
  Object.defineProperty(centre.clock, 'nowMs', { get: () => time.clock.nowMs() });
  const url = await centre.app.listen({ port: 0, host: '127.0.0.1' });
  const folder = mkdtempSync(join(tmpdir(), 'swt-skew-'));
  const laptops: RealLaptop[] = [];
  const tokenOf = (who: StaffName) => centre.sign({ oid: STAFF[who].id, exp: inTwoHours() });
  return {
    centre,
    time,
    async open(who, app) {
      const name = join(folder, `${who}-${laptops.length}`);
      mkdirSync(name);
      const laptop = new RealLaptop({
        ...(app ? { code: app } : {}),
        ...{ recruiter: STAFF[who], link: httpLink(url, time), token: await tokenOf(who), time },
        random: createChance(laptops.length + 1),
        folder: name,
      });
      laptops.push(laptop);
      await laptop.start();
      return laptop;
    },
    async post(who, path, body) {
      const answer = await fetch(url + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tokenOf(who)}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      });
      return answer.status;
    },
    async end() {
      for (const laptop of laptops) laptop.stop();
      await centre.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const inTwoHours = () => Math.floor(Date.now() / 1000) + 7_200;

/** The way to the centre over real HTTP; no virtual time passes while a call is under way. */
function httpLink(base: string, time: VirtualTime): Link {
  const link: Link = { fetch: ask, isOffline: false, isCalm: true, lostAnswers: 0 };
  async function ask(url: string, init: RequestInit = {}): Promise<Response> {
    const path = url.slice(url.indexOf('/v1/'));
    // A proxy that breaks event streams: polling alone must do (decision C4).
    if (link.isOffline || path.startsWith('/v1/sync/events')) throw new TypeError('offline');
    const { signal: _none, ...rest } = init;
    return time.during(whole(await time.during(fetch(base + path, rest))));
  }
  return link;
}

/** Reads an answer to its end; `fetch` has unpacked the body already. */
async function whole(answer: Response): Promise<Response> {
  const headers = new Headers(answer.headers);
  headers.delete('content-encoding');
  const bytes = await answer.arrayBuffer();
  const body = bytes.byteLength > 0 ? bytes : null;
  return new Response(body, { status: answer.status, headers });
}
