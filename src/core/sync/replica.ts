import type { StreamId } from '#contract/brands.ts';
import type { Failure } from '#contract/errors.ts';
import { chooseWaitMs } from './backoff.ts';
import type { Effect, Moment, SyncEvent } from './messages.ts';
import { choosePull } from './pull.ts';
import {
  andThen,
  type EngineState,
  isOnItsWayOut,
  NEW_PLACE,
  notice,
  obeyAll,
  type Place,
  place,
  type Step,
  step,
} from './state.ts';

/** The streams to open: those of the session but for what is on its way out. */
function wanted(state: EngineState): readonly StreamId[] | null {
  return state.session?.streams.filter((stream) => !isOnItsWayOut(state, stream)) ?? null;
}

/** Whether the cache is open for the streams of the session, no fewer and no more. */
export function replicaFits(state: EngineState): boolean {
  const { replica } = state;
  const streams = wanted(state);
  if (replica.is !== 'open' || streams === null) return false;
  const isSame = streams.length === replica.streams.length;
  return isSame && streams.every((stream) => replica.streams.includes(stream));
}

/** Opens the cache, for the session's streams or those last known (SY4). */
export function openReplica(state: EngineState): Step {
  const replicaRun = state.replicaRun + 1;
  return step(
    { ...state, replicaRun, replica: { is: 'opening' } },
    { do: 'open', run: replicaRun, streams: wanted(state) },
  );
}

/** The window is there; one that was there before is not any more. */
export function onReplicaUp(state: EngineState, at: Moment): Step {
  return andThen(onReplicaDown(state, at), (away) => {
    const ready: EngineState = { ...away, replica: { is: 'ready' }, replicaTries: 0 };
    return state.mode.is === 'signed-out' ? step(ready) : openReplica(ready);
  });
}

/** The window is gone or reloading: where its cursors stand is not known any more (SY5). */
export function onReplicaDown(state: EngineState, at: Moment): Step {
  const places = Object.fromEntries(
    Object.entries(state.places).map(([stream, place]) => [stream, { ...place, cursor: null }]),
  );
  const away: EngineState = {
    ...state,
    places,
    replica: { is: 'away' },
    replicaRun: state.replicaRun + 1,
  };
  const isReading = state.mode.is === 'first-sync' || state.mode.is === 'catching-up';
  return isReading ? choosePull({ ...away, run: state.run + 1 }, at) : step(away);
}

/** The cache is open: its cursors say what to read, and it gets the journal. */
export function onOpened(
  state: EngineState,
  event: Extract<SyncEvent, { is: 'opened' }>,
  at: Moment,
): Step {
  const { held, streams } = event;
  const cursors = new Map(held.cursors.map((cursor) => [cursor.stream, cursor]));
  const places: Record<string, Place> = {};
  for (const [stream, place] of Object.entries(state.places)) {
    places[stream] = { ...place, cursor: cursors.get(stream as StreamId) ?? null };
  }
  for (const cursor of state.session === null ? held.cursors : []) {
    places[cursor.stream] ??= {
      ...NEW_PLACE,
      epoch: cursor.epoch,
      head: cursor.seq,
      cursor,
    };
  }
  const granted = state.signedOnly ? undefined : state.session?.streams;
  const strangers = [...cursors.keys(), ...streams].filter((s) => granted?.includes(s) === false);
  const purging = [...new Set([...state.purging, ...strangers])];
  // Empty is how every device begins; after a sync it means that the cache, or its end, went.
  const isRebuilt = held.rebuilt !== null && held.rebuilt !== 'empty';
  const isLoss = isRebuilt || (held.asAt === null && state.lastSyncAt !== null);
  const told = isLoss ? notice(state, 'STORE_REBUILT') : state;
  const known = tellWhetherKept(told, held.diskRefused);
  const open: EngineState = {
    ...known,
    places,
    purging,
    replica: { is: 'open', streams },
    replicaTries: 0,
    dirty: true,
  };
  const effects: Effect[] = [
    { do: 'share-journal', entries: state.journal },
    ...purging.map((stream): Effect => ({ do: 'purge', stream })),
    ...obeyAll(state),
  ];
  const opened = step(open, ...effects);
  if (!replicaFits(open) && state.session !== null) return andThen(opened, openReplica);
  return state.mode.is === 'live' && !state.mode.asking
    ? andThen(opened, (s) => choosePull(s, at))
    : opened;
}

function tellWhetherKept(state: EngineState, diskRefused: boolean): EngineState {
  if (diskRefused) return notice(state, 'STORE_NOT_KEPT');
  return { ...state, notices: state.notices.filter((code) => code !== 'STORE_NOT_KEPT') };
}

/** Its key is dead: given back meanwhile, it is opened under a new one and read from its start. */
export function withoutStream(state: EngineState, stream: StreamId): Step {
  const { replica } = state;
  const closed = place(state, stream, { cursor: null });
  // The answer under way may still have the stream: it does not count.
  if (replica.is === 'opening') return openReplica(closed);
  if (replica.is !== 'open') return step(closed);
  const streams = replica.streams.filter((each) => each !== stream);
  const open: EngineState = { ...closed, replica: { is: 'open', streams } };
  return open.session === null || replicaFits(open) ? step(open) : openReplica(open);
}

/** A cache that turns out damaged is opened again: the worker keeps what it can read (SY8). */
export function reopenIfDamaged(state: EngineState, { code }: Failure): Step {
  const isDamaged = code === 'STORE_REBUILT' && state.replica.is === 'open';
  return isDamaged ? openReplica(state) : step(state);
}

/** The cache did not open. Without a session its streams are not known: one will come. */
export function onOpenFailed(state: EngineState, failure: Failure, at: Moment): Step {
  const told = failure.code.startsWith('STORE_') ? notice(state, failure.code) : state;
  const ready: EngineState = {
    ...told,
    replica: { is: 'ready' },
    replicaTries: state.replicaTries + 1,
  };
  if (state.session === null) return step(ready);
  const delayMs = chooseWaitMs(state.replicaTries, failure, at.roll);
  return step(ready, { do: 'arm', timer: 'replica', delayMs });
}
