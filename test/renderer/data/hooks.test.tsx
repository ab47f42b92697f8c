import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IsoInstant } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { Bridge, Pushes, RequestName } from '#contract/ipc.ts';
import type { Topic } from '#contract/queries.ts';
import type { SyncStatus } from '#contract/sync-state.ts';
import { DataProvider, type DataSources, useSync } from '#renderer/data/data-context.tsx';
import { createPlatform } from '#renderer/data/platform.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { anId } from '#test/builders/records.ts';

const status = (lastSyncAt: string | null): SyncStatus => ({
  word: { is: 'all-sent', at: null },
  phase: { is: 'idle' },
  lastSyncAt: lastSyncAt as IsoInstant | null,
  nextTryAt: null,
  setAside: 0,
  clockOffByMs: null,
  lease: { is: 'fresh', days: 0 },
  accessEnded: [],
  putAside: [],
  notices: [],
});

/** What preload offers, with main's answers given by name. */
function aBridge(answers: Partial<Record<RequestName, unknown>> = {}) {
  const listeners = new Map<string, (value: never) => void>();
  const bridge: Bridge = {
    request: async (name) =>
      (name in answers ? ok(answers[name]) : fail('IPC_BAD_REQUEST', 'No')) as Result<never>,
    subscribe(name, listener) {
      listeners.set(name, listener);
      return () => listeners.delete(name);
    },
    connect: () => undefined,
  };
  const push = <Name extends keyof Pushes>(name: Name, value: Pushes[Name]) =>
    listeners.get(name)?.(value as never);
  return { bridge, push };
}

/** A worker that answers at once and counts. */
function aWorker(answer: (name: string, input: unknown) => unknown) {
  const asked: unknown[] = [];
  const changed = new Set<(topics: readonly Topic[]) => void>();
  const worker: DataSources['worker'] = {
    ask: async (name, input) => {
      asked.push(input);
      return ok(answer(name, input)) as Result<never>;
    },
    onChanged(listener) {
      changed.add(listener);
      return () => changed.delete(listener);
    },
  };
  const change = (...topics: Topic[]) => {
    for (const listener of changed) listener(topics);
  };
  return { worker, asked, change, listeners: changed };
}

function FirstPlace() {
  const query = useQuery('places.suggest', { text: 'x' }, ['people']);
  return <p>{query.state === 'ready' ? query.value[0]?.label : query.state}</p>;
}

function TypedPlaces() {
  const [text, setText] = useState('a');
  const [, draw] = useState(0);
  useQuery('places.suggest', { text }, ['people']);
  return (
    <>
      <button type="button" id="again" onClick={() => draw((n) => n + 1)} />
      <button type="button" id="other" onClick={() => setText('b')} />
    </>
  );
}

function LastSync() {
  return <p>{useSync()?.lastSyncAt ?? 'never'}</p>;
}

function SaveButton({ onAnswer }: { readonly onAnswer: (answer: unknown) => void }) {
  const run = useCommand();
  return <button type="button" onClick={() => void run([]).then(onAnswer)} />;
}

let root: Root;
let box: HTMLElement;
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  box = document.createElement('div');
  root = createRoot(box);
});
afterEach(() => act(async () => root.unmount()));

function show(sources: DataSources, screen: React.ReactNode): Promise<void> {
  return act(async () => root.render(<DataProvider sources={sources}>{screen}</DataProvider>));
}

describe('the hooks of the screens', () => {
  it('read, read again when a topic of theirs changes, and stop when they go', async () => {
    let count = 0;
    const { worker, asked, change, listeners } = aWorker(() => {
      count += 1;
      return [{ label: `answer ${count}`, lat: 0, lon: 0 }];
    });
    const platform = createPlatform(aBridge().bridge);
    await show({ worker, platform }, <FirstPlace />);
    expect(box.textContent).toBe('answer 1');
    await act(async () => change('store'));
    expect(box.textContent).toBe('answer 1');
    await act(async () => change('work', 'people'));
    expect(box.textContent).toBe('answer 2');
    await show({ worker, platform }, null);
    await act(async () => change('people'));
    expect(asked).toHaveLength(2);
    expect(listeners.size).toBe(0);
  });

  it('ask anew for a new input, but not for the same words in a new object', async () => {
    const { worker, asked } = aWorker(() => []);
    const platform = createPlatform(aBridge().bridge);
    await show({ worker, platform }, <TypedPlaces />);
    await act(async () => box.querySelector<HTMLElement>('#again')?.click());
    expect(asked).toEqual([{ text: 'a' }]);
    await act(async () => box.querySelector<HTMLElement>('#other')?.click());
    expect(asked).toEqual([{ text: 'a' }, { text: 'b' }]);
  });

  it('show what main pushed, even when an older first answer comes later', async () => {
    const { bridge, push } = aBridge({ 'sync.read': status(null) });
    const platform = createPlatform(bridge);
    push('sync.changed', status('2026-06-09T08:31:00.000Z'));
    await show({ worker: aWorker(() => []).worker, platform }, <LastSync />);
    expect(box.textContent).toBe('2026-06-09T08:31:00.000Z');
    await act(async () => push('sync.changed', status('2026-06-09T08:32:00.000Z')));
    expect(box.textContent).toBe('2026-06-09T08:32:00.000Z');
  });

  it('hand back a refusal as it is, and what was saved as it is', async () => {
    const answers: unknown[] = [fail('RULE_REFUSED', 'No more.'), ok({ saved: [anId(1)] })];
    const { worker } = aWorker(() => answers.shift());
    const told: unknown[] = [];
    await show(
      { worker, platform: createPlatform(aBridge().bridge) },
      <SaveButton onAnswer={(answer) => told.push(answer)} />,
    );
    for (let press = 0; press < 2; press += 1) {
      await act(async () => box.querySelector('button')?.click());
    }
    expect(told).toEqual([fail('RULE_REFUSED', 'No more.'), ok({ saved: [anId(1)] })]);
  });
});
