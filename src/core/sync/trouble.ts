import type { StreamId } from '#contract/brands.ts';
import type { ErrorCode, Failure } from '#contract/errors.ts';
import { chooseWaitMs } from './backoff.ts';
import type { Moment } from './messages.ts';
import { type EngineState, notice, type Step, step } from './state.ts';

/** How often a parked engine looks whether it may go on. */
export const PARKED_RETRY_MS = 600_000;
/** Tries to reach the centre that must fail in a row before the screen says "Offline". */
export const OFFLINE_AFTER = 2;

/** Failures after which nothing is tried until someone or time changes something. */
export function parks(code: ErrorCode): boolean {
  return code === 'AUTH_SIGN_IN_AGAIN' || code === 'SYNC_UPGRADE_REQUIRED';
}

/** Counts a failure to reach the centre; any answer of the centre's own ends the count. */
function countUnreachable(state: EngineState, failure: Failure): EngineState {
  const isUnreachable = failure.code === 'NET_UNREACHABLE';
  return { ...state, unreachable: isUnreachable ? state.unreachable + 1 : 0 };
}

/** Stops the lane of pulls for this failure: parked, or waiting with back-off (SY30, SY31). */
export function troubleWithPull(
  state: EngineState,
  failure: Failure,
  { at, stream }: { readonly at: Moment; readonly stream: StreamId | null },
): Step {
  const counted = countUnreachable(state, failure);
  const isHelloRefused = failure.code === 'AUTH_NOT_ALLOWED' && state.mode.is === 'hello';
  if (parks(failure.code) || isHelloRefused) return park(counted, failure.code);
  const delayMs = chooseWaitMs(state.tries, failure, at.roll);
  return step(
    {
      ...counted,
      run: state.run + 1,
      tries: state.tries + 1,
      avoid: stream,
      mode: { is: 'waiting', untilMs: at.wallMs + delayMs, why: failure.code },
    },
    { do: 'disarm', timer: 'poll' },
    { do: 'arm', timer: 'retry', delayMs },
  );
}

/** Stops both lanes until something changes; what is written keeps being saved. */
export function park(state: EngineState, why: ErrorCode): Step {
  return step(
    {
      ...notice(state, why),
      mode: { is: 'parked', why },
      run: state.run + 1,
      push: { is: 'idle' },
      pushRun: state.pushRun + 1,
    },
    { do: 'listen', on: false },
    { do: 'disarm', timer: 'poll' },
    { do: 'disarm', timer: 'push' },
    { do: 'arm', timer: 'retry', delayMs: PARKED_RETRY_MS },
  );
}
