import type { MadeUpAccount, SessionState } from '#contract/sync-state.ts';
import type { SessionService } from './session-service.ts';

/**
 * Carries out `--sign-in NAME`: the ordinary sign-in, started without a hand.
 *
 * Waits until the centre has told its made-up accounts. `complain` gets one plain sentence
 * when it does not come to a sign-in; someone who is signed in already stays so.
 */
export function signInByName(
  service: SessionService,
  wanted: string,
  complain: (sentence: string) => void,
): void {
  let isDone = false;
  const act = (state: SessionState) => {
    if (isDone || state.is === 'signing-in') return;
    if (state.is === 'signed-in') {
      isDone = true;
      stop();
      if (wanted !== 'first' && !isName(wanted, state.recruiter)) {
        complain(`${state.recruiter.name} is signed in here; sign out to be someone else.`);
      }
      return;
    }
    if (state.programmeName === null) return; // the centre has not answered yet
    isDone = true;
    stop();
    const account = findAccount(state.madeUpAccounts, wanted);
    if (!account) {
      complain(`The centre has no made-up recruiter called "${wanted}"; sign in by hand.`);
      return;
    }
    void service.signIn(account.login).then((result) => {
      if (!result.ok) complain(`Signing in as ${account.name} failed: ${result.error.message}`);
    });
  };
  const stop = service.subscribe(act);
  act(service.read());
}

function findAccount(accounts: readonly MadeUpAccount[], wanted: string): MadeUpAccount | null {
  if (wanted === 'first') return accounts[0] ?? null;
  return accounts.find(({ login, name }) => same(login, wanted) || same(name, wanted)) ?? null;
}

function isName(wanted: string, who: { readonly name: string; readonly email: string }): boolean {
  return same(who.name, wanted) || same(who.email, wanted) || who.email.startsWith(`${wanted}@`);
}

function same(one: string, other: string): boolean {
  return one.localeCompare(other, 'en-GB', { sensitivity: 'base' }) === 0;
}
