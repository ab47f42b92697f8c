import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CentreCaller } from '../e2e/centre-caller.ts';
import { fillLog, logForm, openLogPanel, pressSave, signIn, somePeople } from './desk.ts';
import { Broken, type Lane } from './lane.ts';

/** One way to be killed: ends with the app dead, and says in a few words what was hit. */
export interface Strike {
  readonly phase: string;
  /** How often it is chosen, beside the others. */
  readonly weight: number;
  /** Signed in with everything sent, or on the sign-in screen with nothing here. */
  readonly from: 'work' | 'nothing';
  strike(lane: Lane): Promise<string>;
  /** What must be true once the app is open again, before anything else is done. */
  after?(lane: Lane, shown: 'sign-in' | 'first-sync' | 'frame'): Promise<void>;
}

/** Saves in peace. */
async function save(lane: Lane, address = lane.somebody()): Promise<string> {
  const note = lane.ledger.newNote('tried');
  await openLogPanel(lane.page, address);
  await fillLog(lane.page, note);
  await pressSave(lane.page);
  lane.ledger.become(note, 'acknowledged');
  return note;
}

const firstSync: Strike = {
  phase: 'first sync',
  weight: 3,
  from: 'nothing',
  async strike(lane) {
    const { chance, laptop, meddler } = lane;
    const [part, words, most] = chance.pick([
      ['/v1/sync/session', 'hello', 1],
      ['/changes', 'streams', 3],
      ['/manifest', 'manifest', 1],
      ['/buckets/', 'buckets', 8],
      ['/buckets/', 'buckets', 8],
    ] as const);
    const nth = 1 + chance.int(most);
    const time = lane.onCall(part, chance.pick(['asked', 'answered']), nth);
    const wait = chance.int(40);
    const before = meddler.calls.length;
    void signIn(laptop, lane.parts.recruiter).catch(() => {});
    await soon(time);
    await sleep(wait);
    await laptop.kill();
    const got = meddler.calls.slice(before).filter(({ path }) => path.includes('/buckets/')).length;
    return part === '/buckets/' ? `${words}, ${got} asked for` : words;
  },
};

const saving: Strike = {
  phase: 'saving',
  weight: 4,
  from: 'work',
  async strike(lane) {
    const { chance, laptop, page, ledger } = lane;
    if (chance.may(0.5)) await laptop.goOffline();
    for (let n = chance.int(3); n > 0; n--) await save(lane);
    const note = ledger.newNote('tried');
    await openLogPanel(page, lane.somebody());
    await fillLog(page, note);
    let isSaved = false;
    const saved = pressSave(page).then(() => {
      isSaved = true;
      ledger.become(note, 'acknowledged');
    });
    saved.catch(() => {});
    // Most at the moment of saving, some on the word "Saved", some a while later.
    const wait = chance.pick([chance.int(12), chance.int(40), chance.int(120), -1]);
    if (wait < 0) await saved;
    else await sleep(wait);
    const said = isSaved;
    await laptop.kill();
    return said ? 'after "Saved"' : 'before "Saved"';
  },
};

const push: Strike = {
  phase: 'push',
  weight: 7,
  from: 'work',
  async strike(lane) {
    const { chance, laptop, page } = lane;
    await laptop.goOffline();
    for (let n = chance.int(3); n >= 0; n--) await save(lane);
    const held = chance.may(0.4) ? lane.holdAnswers('/push') : null;
    const stage = chance.pick(['asked', 'answered'] as const);
    const time = held ? held.isAnswered : lane.onCall('/push', stage);
    const wait = held ? chance.int(400) : chance.pick([0, chance.int(10), chance.int(60)]);
    await laptop.goOnline();
    await page.keyboard.press('Control+s');
    await soon(time);
    // More is saved meanwhile: what is acknowledged then is not all there is.
    if (held) await save(lane);
    held?.release();
    await sleep(wait);
    await laptop.kill();
    if (held) return 'answered, more saved meanwhile';
    return stage === 'asked' ? 'on its way' : 'answered';
  },
};

const KENT_KEY = /"council:kent"/;

/** Access to the council ends, and comes back before or after the laptop opens again. */
const purge: Strike = {
  phase: 'purge',
  weight: 2,
  from: 'work',
  async strike(lane) {
    const { chance, laptop } = lane;
    const time = lane.onCall('/session', 'answered');
    await lane.moveTo('leeds');
    await lane.page.keyboard.press('Control+s');
    await soon(time);
    if (chance.may(0.5)) await until(() => !hasKey(lane));
    await sleep(chance.pick([0, chance.int(60)]));
    await laptop.kill();
    const words = hasKey(lane) ? 'before the key went' : 'after the key went';
    if (chance.may(0.5)) await lane.moveTo('kent');
    return words;
  },
  async after(lane) {
    const { page } = lane;
    const banner = page.getByRole('banner');
    if (lane.council === 'leeds') {
      await until(() => !hasKey(lane));
      await banner.getByText('Leeds').waitFor();
      await lane.moveTo('kent');
      await page.keyboard.press('Control+s');
    }
    await banner.getByText('Kent').waitFor();
    await sleep(1_000); // the centre may remember for as long what was granted before
  },
};

function hasKey({ laptop }: Lane): boolean {
  return KENT_KEY.test(readFileSync(join(laptop.folder, 'keyring.json'), 'utf8'));
}

const wipe: Strike = {
  phase: 'sign-out',
  weight: 3,
  from: 'work',
  async strike(lane) {
    const { chance, laptop, page } = lane;
    await page.getByRole('button', { name: /settings and sign out/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    const button = page.getByRole('dialog').getByRole('button', { name: 'Sign out' });
    await button.waitFor();
    const wait = chance.pick([0, chance.int(5), chance.int(60)]);
    const file = chance.pick(['tokens.sealed', 'keyring.json', 'journal.sqlite', 'session.sealed']);
    if (chance.may(0.2)) await sleep(chance.int(20));
    else {
      void button.click().catch(() => {});
      await until(() => !existsSync(join(laptop.folder, file)));
      await sleep(wait);
    }
    await laptop.kill();
    const has = (name: string) => existsSync(join(laptop.folder, name));
    if (has('keyring.json') && has('tokens.sealed')) return 'before anything went';
    if (has('session.sealed')) return has('journal.sqlite') ? 'keys gone' : 'journal gone';
    return 'all gone';
  },
};

const typing: Strike = {
  phase: 'typing',
  weight: 2,
  from: 'work',
  async strike(lane) {
    const { chance, laptop, page, ledger } = lane;
    const text = `${ledger.newNote('draft')} and so on for as long as somebody types in peace`;
    await openLogPanel(page, lane.people[0] ?? '');
    const box = page.getByLabel('Note');
    await page.waitForTimeout(200); // what was kept of an earlier text comes a moment later
    const before = await box.inputValue();
    const clearedAtMs = performance.now();
    await box.fill('');
    const typedAtMs: number[] = [];
    const untilMs = performance.now() + 200 + chance.int(2_500);
    for (const letter of text) {
      await box.pressSequentially(letter);
      typedAtMs.push(performance.now());
      if (performance.now() > untilMs) break;
      await sleep(chance.int(40));
    }
    const killedAtMs = performance.now();
    await laptop.kill();
    const old = typedAtMs.filter((atMs) => killedAtMs - atMs > 1_000).length;
    // What was there before stays until what took its place is a second old.
    const mayBe = killedAtMs - clearedAtMs < 1_000 ? before : null;
    typed.set(lane, { text, atLeast: text.slice(0, old), mayBe });
    return old > 0 ? 'in the middle' : 'in the first second';
  },
  async after(lane, shown) {
    const wanted = typed.get(lane);
    if (shown !== 'frame' || !wanted) throw new Broken('Whoever typed is not signed in any more.');
    await openLogPanel(lane.page, lane.people[0] ?? '');
    const box = lane.page.getByLabel('Note');
    const { text, atLeast, mayBe } = wanted;
    await lane.page.waitForTimeout(200);
    const offered = await box.inputValue();
    const isNew = text.startsWith(offered) && offered.startsWith(atLeast);
    if (!isNew && offered !== mayBe) {
      throw new Broken(`Typed ${atLeast.length} letters over a second ago, offered "${offered}"`);
    }
    await lane.page.keyboard.press('Escape');
    await logForm(lane.page).waitFor({ state: 'detached' });
  },
};

/** What was typed, how much of it over a second ago, and what a kill within the first may leave. */
interface Typed {
  readonly text: string;
  readonly atLeast: string;
  readonly mayBe: string | null;
}
const typed = new WeakMap<Lane, Typed>();

const opening: Strike = {
  phase: 'opening',
  weight: 3,
  from: 'work',
  async strike(lane) {
    const { chance, laptop } = lane;
    await laptop.kill();
    const afterMs = 100 + chance.int(1_900);
    await laptop.startAndKill(sleep(afterMs));
    return afterMs < 700 ? 'before the window' : 'while the window opens';
  },
};

/** The cache gets a new form, or an app comes back to one that is too new for it. */
const migration: Strike = {
  phase: 'migration',
  weight: 3,
  from: 'work',
  async strike(lane) {
    const { chance, laptop } = lane;
    await laptop.quit();
    const isUp = laptop.build === '.';
    laptop.build = isUp ? lane.parts.nextBuild : '.';
    const rows = databaseFolder(laptop.folder);
    const before = sizeOf(rows);
    const moment = until(() => sizeOf(rows) !== before);
    const wait = chance.pick([0, chance.int(20), chance.int(200)]);
    await laptop.startAndKill(moment.then(() => sleep(wait)));
    return isUp ? 'to a new form' : 'back to an old app';
  },
};

/** A moment that does not come is killed without. */
async function soon(moment: Promise<void>): Promise<void> {
  await Promise.race([moment, sleep(20_000)]);
}

/** Looks again each millisecond: nearer to the moment than the system's own news of files. */
async function until(isSo: () => boolean): Promise<void> {
  for (const lastMs = Date.now() + 20_000; !isSo(); await sleep(1)) {
    if (Date.now() > lastMs) throw new Broken('What was waited for does not happen.');
  }
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder).filter((name) => /\.(log|ldb)$/.test(name));
  return files.reduce((sum, name) => {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false });
    return sum + (stat?.size ?? 0);
  }, 0);
}

/** Where Chromium keeps the rows. */
function databaseFolder(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const name = names.find((each) => each.endsWith('.indexeddb.leveldb'));
  if (name === undefined) throw new Error('There is no database on this laptop.');
  return join(folder, name);
}

/** Somebody withdraws who was just written about. */
const erasure: Strike = {
  phase: 'erasure',
  weight: 2,
  from: 'work',
  async strike(lane) {
    const { chance, laptop, page, ledger } = lane;
    const [address = ''] = await somePeople(page, `SW9${2 * lane.parts.number + 2}`, 1);
    await laptop.goOffline();
    const note = await save(lane, address);
    const team = await CentreCaller.programmeTeam(lane.parts.centreUrl);
    await team.withdraw(address.split('/').at(-1) ?? '');
    lane.parts.pool.people -= 1;
    ledger.become(note, 'erased');
    const [part, words] = chance.pick([
      ['/push', 'push answered'],
      ['/streams/pool/changes', 'news of it'],
    ] as const);
    const time = lane.onCall(part, 'answered');
    await laptop.goOnline();
    await page.keyboard.press('Control+s');
    await soon(time);
    await sleep(chance.int(60));
    await laptop.kill();
    return words;
  },
};

export const STRIKES: readonly Strike[] = [
  ...[firstSync, saving, push, purge, wipe],
  ...[typing, opening, migration, erasure],
];
