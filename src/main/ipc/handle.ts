import { Compile } from 'typebox/compile';
import { fail, type Result } from '#contract/errors.ts';
import {
  REQUESTS,
  type RequestInput,
  type RequestName,
  type RequestOutput,
} from '#contract/ipc.ts';
import type { Log } from '#core/ports.ts';
import { isOurPage } from '../security.ts';

/** One handler for each request: a name of the contract without one does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (
    input: RequestInput[Name],
  ) => Result<RequestOutput[Name]> | Promise<Result<RequestOutput[Name]>>;
};

/** What Electron tells of a caller. */
export interface Caller {
  readonly sender: { readonly id: number };
  /** Null when the frame is already gone. */
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}

/** What the dispatcher is made of. */
export interface DispatchParts {
  readonly handlers: Handlers;
  /** Whether a web contents of this number is a window that we opened. */
  readonly isOurWindow: (contentsId: number) => boolean;
  readonly log: Log;
}

/** Whether a call comes from the top frame of our own page in our own window. Rule S14. */
export function isOurCaller(
  { sender, senderFrame }: Caller,
  isOurWindow: (contentsId: number) => boolean,
): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    isOurPage(senderFrame.url) &&
    isOurWindow(sender.id)
  );
}

/**
 * Builds the one door from page to main: checks caller, name and argument, then calls.
 *
 * Always answers a `Result` and never throws: what a handler did not expect becomes
 * `INTERNAL_FAULT`, with a line in the log that names the request and the kind of error only.
 */
export function buildDispatcher({ handlers, isOurWindow, log }: DispatchParts) {
  const checks = new Map<string, (input: unknown) => boolean>();
  for (const [name, schema] of Object.entries(REQUESTS)) {
    const compiled = Compile(schema);
    const known = schema.properties;
    checks.set(name, (input) => compiled.Check(input) && hasOnly(input, known));
  }
  return async (caller: Caller, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOurCaller(caller, isOurWindow)) {
      log.warn('ipc.not-our-page');
      return fail('IPC_NOT_OUR_PAGE', 'This page may not ask.');
    }
    const check = typeof name === 'string' ? checks.get(name) : undefined;
    if (!check) return fail('IPC_BAD_REQUEST', 'There is no such request.');
    const known = name as RequestName;
    if (!check(input)) {
      log.warn('ipc.bad-request', { name: known });
      return fail('IPC_BAD_REQUEST', `The argument of ${known} does not have the agreed form.`);
    }
    try {
      const handle = handlers[known] as (input: unknown) => ReturnType<Handlers[RequestName]>;
      return await handle(input);
    } catch (error) {
      log.warn('ipc.fault', { name: known, error: kindOf(error) });
      return fail('INTERNAL_FAULT', 'Something in this program went wrong; it has been logged.');
    }
  };
}

/** Every field is one of the contract's, which also bounds the size: each has a longest form. */
function hasOnly(input: object, known: object): boolean {
  return Object.keys(input).every((key) => Object.hasOwn(known, key));
}

/** The class and code of an error; its message may quote what a person wrote. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as NodeJS.ErrnoException).code;
  return code === undefined ? error.name : `${error.name} ${code}`;
}
