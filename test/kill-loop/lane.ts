import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import { CentreCaller } from '../e2e/centre-caller.ts';
import { goTo } from '../e2e/desk.ts';
import { Laptop } from '../e2e/laptop.ts';
import { Meddler } from '../e2e/meddler.ts';
import type { Chance } from '../simulation/chance.ts';
import { journalText, type Shown, signIn, somePeople, untilAllSent, whatIsShown } from './desk.ts';
import { countNotes, type Ledger, openLedger } from './ledger.ts';

/** A promise that a kill broke. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

export interface LaneParts {
  readonly number: number;
  readonly centreUrl: string;
  /** How many are in the pool now; fewer as people withdraw. */
  readonly pool: { people: number };
  /** Whose laptop it is. */
  readonly recruiter: string;
  readonly chance: Chance;
  readonly ledgerPath: string;
  /** Where the app of a later version lies. */
  readonly nextBuild: string;
}

/** One recruiter's laptop between a network that can be watched and hands that kill it. */
export class Lane {
  readonly parts: LaneParts;
  readonly chance: Chance;
  readonly ledger: Ledger;
  readonly laptop: Laptop;
  readonly meddler: Meddler;
  /** Addresses of people to write about; the first is for drafts alone. */
  people: readonly string[] = [];
  isSignedIn = false;
  /** Whom the recruiter works for now. */
  council = 'kent';
  signedInAgain = 0;

  private constructor(parts: LaneParts, laptop: Laptop, meddler: Meddler) {
    this.parts = parts;
    this.chance = parts.chance;
    this.ledger = openLedger(parts.ledgerPath, parts.number);
    this.laptop = laptop;
    this.meddler = meddler;
  }

  static async make(parts: LaneParts): Promise<Lane> {
    const meddler = await Meddler.before(parts.centreUrl);
    return new Lane(parts, await Laptop.make(meddler.url), meddler);
  }

  get page(): Page {
    return this.laptop.page;
  }

  /** The programme team gives the recruiter another council, and takes the one before. */
  async moveTo(council: string): Promise<void> {
    const { centreUrl, recruiter } = this.parts;
    const caller = await CentreCaller.signIn(centreUrl, ({ name }) => name === recruiter);
    const { id, role } = (await caller.session()).recruiter;
    const team = await CentreCaller.programmeTeam(centreUrl);
    await team.call('POST', ENDPOINTS.access.replace(':id', id), { councils: [council], role });
    this.council = council;
  }

  /** Somebody to write about. */
  somebody(): string {
    return this.chance.pick(this.people.slice(1));
  }

  /** Signs in and waits until all is here. */
  async settleIn(): Promise<void> {
    if (!this.isSignedIn) await signIn(this.laptop, this.parts.recruiter);
    this.isSignedIn = true;
    await this.allSent();
    await this.untilPeopleAreHere();
    if (this.people.length === 0)
      this.people = await somePeople(this.page, `SW9${2 * this.parts.number + 1}`, 6);
  }

  async allSent(): Promise<void> {
    await this.laptop.goOnline();
    const how = await untilAllSent(this.laptop, this.parts.recruiter);
    if (how === 'signed-in-again') this.signedInAgain += 1;
  }

  /** "All sent" speaks of work; the people may still be on their way. */
  async untilPeopleAreHere(): Promise<void> {
    await goTo(this.page, '/sync');
    const shown = this.page.getByRole('main').locator('dd').first();
    for (const lastMs = Date.now() + 120_000; ; await sleep(50)) {
      const people = this.parts.pool.people.toLocaleString('en-GB');
      if ((await shown.textContent())?.startsWith(people)) return;
      if (Date.now() > lastMs) throw new Broken(`Not all ${people} people came back.`);
    }
  }

  /** Opens after a kill: anything but the app, with what was acknowledged, breaks a promise. */
  async reopen(): Promise<Shown> {
    this.meddler.stopMeddling();
    let shown: Shown;
    try {
      shown = await whatIsShown(await this.laptop.start());
    } catch (error) {
      throw new Broken(`The app did not open: ${(error as Error).message}`);
    }
    this.isSignedIn = shown !== 'sign-in';
    return shown;
  }

  /** Compares what the screen once said with what journal and centre hold. */
  async check(): Promise<void> {
    // The journal first: what leaves it meanwhile is at the centre by then.
    const here = this.isSignedIn ? countNotes(await journalText(this.page)) : new Map();
    const there = await this.atCentre();
    const lost = this.ledger
      .notes('acknowledged')
      .filter((note) => !here.has(note) && !there.has(note));
    if (lost.length > 0) throw new Broken(`Lost after "Saved": ${lost.join(', ')}`);
    const doubled = [...there].filter(([, count]) => count > 1).map(([note]) => note);
    if (doubled.length > 0) throw new Broken(`Doubled at the centre: ${doubled.join(', ')}`);
    const sent = this.ledger.notes('draft').filter((note) => here.has(note) || there.has(note));
    if (sent.length > 0) throw new Broken(`Sent though never saved: ${sent.join(', ')}`);
  }

  /** At the end of all: everything is at the centre, once, and nothing that should not be. */
  async checkAtEnd(): Promise<void> {
    await this.settleIn();
    await this.check();
    const there = await this.atCentre();
    const missing = this.ledger.notes('acknowledged').filter((note) => there.get(note) !== 1);
    if (missing.length > 0) throw new Broken(`Not at the centre in the end: ${missing.join(', ')}`);
    const kept = this.ledger.notes('erased').filter((note) => there.has(note));
    if (kept.length > 0) throw new Broken(`Not erased at the centre: ${kept.join(', ')}`);
    await this.untilPeopleAreHere();
  }

  async atCentre(): Promise<ReadonlyMap<string, number>> {
    const { centreUrl, recruiter } = this.parts;
    const caller = await CentreCaller.signIn(centreUrl, ({ name }) => name === recruiter);
    const text = await caller.streamText('council:kent');
    const own = new RegExp(`^kill-${this.parts.number}-`);
    return new Map([...countNotes(text)].filter(([note]) => own.test(note)));
  }

  /** Settles when a call whose path holds `part` has been asked, or answered, for the nth time. */
  onCall(part: string, stage: 'asked' | 'answered', nth = 1): Promise<void> {
    let seen = 0;
    return new Promise((resolve) => {
      const look = (path: string) => {
        if (path.includes(part)) seen += 1;
        if (seen === nth) resolve();
      };
      if (stage === 'asked') {
        this.meddler.answer = ({ path }) => {
          look(path);
          return null;
        };
      } else {
        this.meddler.rewrite = ({ path }, body) => {
          look(path);
          return body;
        };
      }
    });
  }

  /** Keeps answers to calls whose path holds `part` back until `release`. */
  holdAnswers(part: string): { readonly isAnswered: Promise<void>; release(): void } {
    const answered = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    this.meddler.rewrite = async ({ path }, body) => {
      if (!path.includes(part)) return body;
      answered.resolve();
      await released.promise;
      return body;
    };
    return { isAnswered: answered.promise, release: released.resolve };
  }

  /** What the screen shows now, if there is one. */
  async picture(path: string): Promise<void> {
    try {
      await this.page.screenshot({ path });
    } catch {
      // There is none.
    }
  }

  say(words: string): void {
    if (process.env.KILL_LOOP_TRACE) appendFileSync(2, `lane ${this.parts.number}: ${words}\n`);
  }

  /** How often the list on the device was found damaged, which no kill should do. */
  countDamaged(): number {
    const logs = join(this.laptop.folder, 'logs');
    const lines = readdirSync(logs).flatMap((name) =>
      readFileSync(join(logs, name), 'utf8').split('\n'),
    );
    return lines.filter((line) => /"cache.rebuilt".*"damaged"/.test(line)).length;
  }

  async discard(): Promise<void> {
    this.ledger.close();
    await this.laptop.discard();
    await this.meddler.close();
  }
}
