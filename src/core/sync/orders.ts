import type { ErrorCode, Failure } from '#contract/errors.ts';
import { chooseWaitMs } from './backoff.ts';
import type { Moment } from './messages.ts';
import type { Order, OrderNews } from './ports.ts';
import { withoutStream } from './replica.ts';
import { andThen, type EngineState, type Step, step } from './state.ts';

/** Said of the last session's directives, and only of those. */
const OF_DIRECTIVES: readonly ErrorCode[] = ['SYNC_DIRECTIVE_REFUSED', 'SYNC_KEY_CHANGED'];

/** How long receipts wait that were not among those just taken. */
const AGAIN_MS = 60_000;

/** What a session says of directives, as state. A pin once seen is never unseen (SY60). */
export function withOrders(state: EngineState, news: OrderNews): EngineState {
  const others = state.notices.filter((code) => !OF_DIRECTIVES.includes(code));
  return {
    ...state,
    signedOnly: state.signedOnly || news.signedOnly,
    orders: news.pending,
    moreOrders: news.more,
    receipts: { ...state.receipts, count: news.receipts },
    notices: [...others, ...news.notices],
  };
}

/** An order was carried out to its end; its receipt is written down already. */
export function onObeyed(state: EngineState, order: Order, receipts: number): Step {
  const known: EngineState = {
    ...state,
    orders: state.orders.filter(({ id }) => id !== order.id),
    receipts: { ...state.receipts, count: receipts },
    dirty: true,
  };
  return andThen(
    order.kind === 'purge' ? withoutStream(known, order.stream) : step(known),
    sendReceipts,
  );
}

/** Sends what the centre has not acknowledged, once somebody is signed in (SY63). */
export function sendReceipts(state: EngineState): Step {
  const { session, receipts } = state;
  if (session === null || receipts.count === 0 || receipts.isSending) return step(state);
  return step({ ...state, receipts: { ...receipts, isSending: true } }, { do: 'send-receipts' });
}

/** The centre has taken some: what came meanwhile goes at once, what it did not take later (SY63). */
export function onReceiptsSent(state: EngineState, left: number): Step {
  const isFewer = left < state.receipts.count;
  const wantsHello = state.wantsHello || (state.moreOrders && left === 0);
  const sent = step({
    ...state,
    wantsHello,
    receipts: { count: left, isSending: false, tries: 0 },
  });
  if (isFewer) return andThen(sent, sendReceipts);
  // As many as before: what was written meanwhile, by a wipe that came to its end.
  return left > 0 ? step(sent.state, { do: 'arm', timer: 'receipts', delayMs: AGAIN_MS }) : sent;
}

/** Tried again until they are acknowledged. */
export function onReceiptsFailed(state: EngineState, failure: Failure, at: Moment): Step {
  const { count, tries } = state.receipts;
  const delayMs = chooseWaitMs(tries, failure, at.roll);
  return step(
    { ...state, receipts: { count, isSending: false, tries: tries + 1 } },
    { do: 'arm', timer: 'receipts', delayMs },
  );
}
