import type { IsoInstant, RecruiterId } from '#contract/brands.ts';
import { type ErrorCode, fail, ok, type Result } from '#contract/errors.ts';
import type { Session } from '#contract/http/session.ts';
import type { SessionState, Wiped } from '#contract/sync-state.ts';
import type { Clock, Log, Timer } from '#core/ports.ts';
import type { SealedFile } from '../keys/sealed-file.ts';
import { isSameCentre } from '../start-options.ts';
import type { SignInPlace } from './fetch-sign-in-info.ts';
import { countLost, type HeldWork, whyNotSignIn } from './held-work.ts';
import type { IssuerFinder } from './issuer-finder.ts';
import { type KeptSession, readKeptSession, readSignedIn } from './kept-session.ts';
import { runSignInFlow } from './sign-in-flow.ts';
import type { Tokens } from './tokens.ts';

/** Who is using the app: the one place that knows. */
export interface SessionService {
  read(): SessionState;
  /** What an offline start begins from; null when nobody is signed in. */
  kept(): KeptSession | null;
  /** Opens what an earlier run kept, then looks for the sign-in service while signed out. */
  start(): Promise<void>;
  /**
   * Settles when the sign-in is over. Errors: `AUTH_SIGN_IN_STOPPED`, `NET_UNREACHABLE` ...,
   * `RULE_REFUSED` while work of another is here (`unknownWork`: unless `dropsUnknown`).
   */
  signIn(login: string | null, dropsUnknown?: boolean): Promise<Result<SessionState>>;
  cancelSignIn(): SessionState;
  /** Errors: `RULE_REFUSED` with `notSent` while work would be lost, unless `anyway`. */
  signOut(anyway: boolean): Promise<Result<SessionState>>;
  /** The centre wants this laptop emptied: keys first, and the person signed out (SY64). */
  obeyWipe(): Promise<void>;
  /** The centre confirmed a session: kept on the disk when it settles. */
  confirm(session: Session): Promise<void>;
  /** Returns the remover. */
  subscribe(changed: (state: SessionState) => void): () => void;
}

/** What signing in and out has to do with directives. */
export interface SessionOrders {
  /** Notes what a session brought; whether this laptop is to be emptied. */
  takes(session: Session): boolean;
  wiped(): Wiped | null;
  noteSignedIn(): void;
  /** Forgets the choices kept on this device: they were somebody's. */
  forgetSettings(): void;
  /** Tells the centre what is done, by an access token that is not kept any more. */
  tell(accessToken: string): Promise<void>;
}

/** What the session service is made of. */
export interface SessionParts {
  readonly apiUrl: string;
  readonly finder: IssuerFinder;
  readonly tokens: Tokens;
  readonly file: SealedFile<KeptSession>;
  /** The keys of this device could not be opened: whoever was here signs in again. */
  readonly keysWereLost: boolean;
  readonly fetchSession: () => Promise<Result<Session>>;
  readonly openBrowser: (url: string) => Promise<boolean>;
  /** Work that would go with this device. */
  readonly held: () => HeldWork;
  /** Whose work this device holds, whatever else it knows of them; null when nobody's. */
  readonly workOwner: () => RecruiterId | null;
  /** What is saved from now on is this recruiter's. */
  readonly claimWork: (recruiter: RecruiterId) => Result<null>;
  /**
   * Removes the recruiter's keys, work and data from this device.
   *
   * `forget` is called once keys and work are gone, before the data are.
   */
  readonly wipe: (forget: () => void) => Promise<void>;
  /** The part of directives in signing in and out. */
  readonly orders: SessionOrders;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
}

const MOST_WAIT_MS = 5 * 60_000;
const ASK_AGAIN_MS = 2_000;
const STOPPED = fail('AUTH_SIGN_IN_STOPPED', 'The sign-in was not finished. Try again.');
const FAULT = fail('INTERNAL_FAULT', 'The sign-in failed on this device. Try again.');
const NOT_REMOVED = fail(
  'INTERNAL_FAULT',
  'You are signed out, but not everything could be removed. Close the app and open it again.',
);
const WIPED = fail(
  'AUTH_NOT_ALLOWED',
  'This laptop is to be emptied, so nobody was signed in. Try again in a moment.',
);
const NO_COUNCIL = fail(
  'AUTH_NOT_ALLOWED',
  'You are not enrolled for any council. Ask your programme lead.',
);

/** Builds the session service; nothing happens before `start`. */
export function buildSessionService(parts: SessionParts): SessionService {
  const { apiUrl, finder, tokens, file, clock, timer, log } = parts;
  const listeners = new Set<(state: SessionState) => void>();
  /** Whose data and work this device holds, signed in or not. */
  let kept: KeptSession | null = null;
  let isSignedIn = false;
  let place: SignInPlace | null = null;
  let problem: ErrorCode | null = null;
  let attempt: { readonly startedAt: IsoInstant; readonly stop: AbortController } | null = null;
  let lastAttempt: Promise<void> = Promise.resolve();
  let isAsking = false;
  /** A sign-out is being carried out; a second one would wipe what the first began anew. */
  let isLeaving = false;

  const read = (): SessionState => {
    if (attempt) return { is: 'signing-in', startedAt: attempt.startedAt };
    if (kept && isSignedIn) return { is: 'signed-in', ...readSignedIn(kept) };
    const programmeName = place?.info.programmeName ?? null;
    const madeUpAccounts = place?.info.madeUpAccounts ?? [];
    const wiped = parts.orders.wiped();
    return { is: 'signed-out', apiUrl, programmeName, madeUpAccounts, problem, wiped };
  };
  const changed = () => {
    for (const listener of listeners) listener(read());
  };

  /** While nobody is signed in, asks until the centre answers. */
  const lookForCentre = async () => {
    if (isAsking || isSignedIn) return;
    isAsking = true;
    const answer = await finder.ask();
    isAsking = false;
    if (answer.ok) {
      place = answer.value;
      if (problem === 'NET_UNREACHABLE') problem = null;
    } else {
      problem ??= 'NET_UNREACHABLE';
      timer.after(ASK_AGAIN_MS, () => void lookForCentre());
    }
    if (!isSignedIn) changed();
  };

  const confirm = async (session: Session) => {
    const next = readKeptSession(session, apiUrl, kept);
    if (!next || JSON.stringify(next) === JSON.stringify(kept)) return;
    kept = next;
    // A full disk must not stop what the centre has confirmed: the next start knows less.
    await file.write(next).catch(() => log.warn('session.not-kept'));
    changed();
  };

  const forgetPerson = () => {
    file.remove();
    kept = null;
  };

  const forgetEverything = async () => {
    isSignedIn = false;
    const refreshToken = tokens.forget();
    // Whose it was is forgotten last: cut short before that, the next start still knows.
    await parts.wipe(forgetPerson);
    if (refreshToken)
      void finder.find().then(
        (issuer) => issuer.revoke(refreshToken),
        () => {},
      );
  };

  const attemptSignIn = async (
    login: string | null,
    dropsUnknown: boolean,
    signal: AbortSignal,
  ): Promise<Result<null>> => {
    const answer = await finder.ask();
    if (!answer.ok) return answer;
    place = answer.value;
    const issuer = await finder.find().catch(() => null);
    if (!issuer) return fail('NET_UNREACHABLE', 'The sign-in service cannot be reached.');
    const { openBrowser } = parts;
    const { scope } = place.info;
    const issued = await runSignInFlow({ issuer, scope, login, openBrowser, signal });
    if (!issued.ok) return issued;
    if (signal.aborted) return STOPPED;
    const holder = parts.workOwner() ?? kept?.recruiter.id ?? null;
    const { subject } = issued.value;
    const refused = whyNotSignIn(subject, { holder, kept, held: parts.held(), dropsUnknown });
    if (refused) return refused;
    if (holder !== null && subject !== holder) await forgetEverything();
    await tokens.accept(issued.value);
    const session = await parts.fetchSession();
    const isUsable = session.ok && readKeptSession(session.value, apiUrl, kept) !== null;
    if (session.ok && parts.orders.takes(session.value)) {
      void obeyWipe();
      return WIPED;
    }
    if (isUsable && !signal.aborted) {
      const claimed = parts.claimWork(session.value.recruiter.id);
      if (!claimed.ok) return claimed;
      await confirm(session.value);
      parts.orders.noteSignedIn();
      isSignedIn = true;
      return ok(null);
    }
    if (!session.ok) return session;
    return isUsable ? STOPPED : NO_COUNCIL;
  };

  const obeyWipe = async () => {
    if (isLeaving) return;
    isLeaving = true;
    isSignedIn = false;
    problem = null;
    const lastToken = tokens.held();
    changed();
    const isGone = await parts
      .wipe(() => {
        // The keys are gone: now whose they were, and the way back in.
        tokens.forget();
        forgetPerson();
        parts.orders.forgetSettings();
      })
      .then(
        () => true,
        () => false,
      );
    isLeaving = false;
    // What is left is finished by the next start, before anything is shown.
    problem = isGone ? null : 'INTERNAL_FAULT';
    log.info('session.wiped', { code: problem ?? 'ok' });
    changed();
    void lookForCentre();
    if (lastToken !== null) await parts.orders.tell(lastToken);
  };

  return {
    read,
    kept: () => kept,
    obeyWipe,
    async start() {
      const found = await file.read();
      const held = await tokens.load();
      const isHere = found.is === 'found' && isSameCentre(found.value.apiUrl, apiUrl);
      if (isHere) {
        kept = { ...found.value, apiUrl };
        if (parts.workOwner() === null) parts.claimWork(kept.recruiter.id);
      }
      if (parts.keysWereLost || found.is === 'lost' || held === 'lost') {
        problem = 'STORE_KEYS_LOST';
        tokens.forget();
      } else isSignedIn = isHere && held === 'found';
      changed();
      void lookForCentre();
    },
    async signIn(login, dropsUnknown = false) {
      if (attempt) return fail('RULE_REFUSED', 'A sign-in is already under way.');
      if (isLeaving) return fail('RULE_REFUSED', 'The sign-out is not finished yet.');
      const stop = new AbortController();
      const startedAt = new Date(clock.nowMs()).toISOString() as IsoInstant;
      const mine = { startedAt, stop };
      attempt = mine;
      changed();
      const cancelTimeout = timer.after(MOST_WAIT_MS, () => stop.abort());
      // One given up may still wait for an answer: it must not undo what this one gets.
      const begun = lastAttempt.then(() =>
        attemptSignIn(login, dropsUnknown, stop.signal).catch(() => FAULT),
      );
      lastAttempt = begun.then((ended) => {
        if (!ended.ok && !isSignedIn) tokens.forget();
      });
      const done = await begun;
      cancelTimeout();
      if (attempt === mine) {
        attempt = null;
        problem = done.ok ? null : done.error.code;
        log.info('session.sign-in', { code: done.ok ? 'ok' : done.error.code });
        changed();
      }
      return done.ok ? ok(read()) : done;
    },
    cancelSignIn() {
      if (attempt) {
        attempt.stop.abort();
        attempt = null;
        problem = null;
        changed();
      }
      return read();
    },
    async signOut(anyway) {
      if (attempt) return fail('RULE_REFUSED', 'A sign-in is already under way.');
      if (!kept || isLeaving) return ok(read());
      const held = parts.held();
      const { notSent } = held;
      if (countLost(held) > 0 && !anyway) {
        const words = 'Not all of your work is sent yet. Signing out would lose it.';
        return fail('RULE_REFUSED', words, { details: { notSent: countLost(held) } });
      }
      isLeaving = true;
      const isGone = await forgetEverything().then(
        () => true,
        () => false,
      );
      isLeaving = false;
      problem = isGone ? null : 'INTERNAL_FAULT';
      log.info('session.sign-out', { count: notSent, code: problem ?? 'ok' });
      changed();
      void lookForCentre();
      return isGone ? ok(read()) : NOT_REMOVED;
    },
    confirm,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
