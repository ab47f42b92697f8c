import { ok } from '#contract/errors.ts';
import type { SessionService } from '../session/session-service.ts';
import type { Handlers } from './handle.ts';

type Names = 'session.read' | 'session.sign-in' | 'session.cancel-sign-in' | 'session.sign-out';

/** Requests about who is using the app. */
export function sessionHandlers(service: SessionService): Pick<Handlers, Names> {
  return {
    'session.read': () => ok(service.read()),
    'session.sign-in': ({ login, dropsUnknown }) =>
      service.signIn(login ?? null, dropsUnknown ?? false),
    'session.cancel-sign-in': () => ok(service.cancelSignIn()),
    'session.sign-out': ({ anyway }) => service.signOut(anyway),
  };
}
