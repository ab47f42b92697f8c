import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fail, ok } from '#contract/errors.ts';
import { REQUESTS, type RequestName } from '#contract/ipc.ts';
import { buildDispatcher, type Handlers } from '#main/ipc/handle.ts';

const OURS = { sender: { id: 7 }, senderFrame: { url: 'app://swt/index.html', parent: null } };

function build(change: Partial<Handlers> = {}) {
  const calls: { name: string; input: unknown }[] = [];
  const lines: unknown[] = [];
  const names = Object.keys(REQUESTS) as RequestName[];
  const handlers = Object.fromEntries(
    names.map((name) => [name, (input: unknown) => ok(calls.push({ name, input }))]),
  ) as unknown as Handlers;
  const log = {
    info: (...line: unknown[]) => lines.push(line),
    warn: (...line: unknown[]) => lines.push(line),
  };
  const dispatch = buildDispatcher({
    handlers: { ...handlers, ...change },
    isOurWindow: (id) => id === 7,
    log,
  });
  return { dispatch, calls, lines };
}

test.each([
  ['a frame that is gone', { ...OURS, senderFrame: null }],
  ['a frame within the page', { ...OURS, senderFrame: { ...OURS.senderFrame, parent: {} } }],
  ['a page of the web', { ...OURS, senderFrame: { url: 'https://swt/index.html', parent: null } }],
  ['a host like ours', { ...OURS, senderFrame: { url: 'app://swt.example.org/', parent: null } }],
  ['a path like ours', { ...OURS, senderFrame: { url: 'app://swtx/', parent: null } }],
  ['an empty page', { ...OURS, senderFrame: { url: 'about:blank', parent: null } }],
  ['a window that we did not open', { ...OURS, sender: { id: 8 } }],
])('S14 %s is refused and nothing is called', async (_what, caller) => {
  const { dispatch, calls } = build();
  const answer = await dispatch(caller, 'app.read', {});
  expect(answer).toMatchObject({ ok: false, error: { code: 'IPC_NOT_OUR_PAGE' } });
  expect(calls).toEqual([]);
});

test('S12 every request of the contract reaches its handler with its argument', async () => {
  const { dispatch, calls } = build();
  expect(await dispatch(OURS, 'session.sign-out', { anyway: true })).toMatchObject({ ok: true });
  expect(await dispatch(OURS, 'settings.write', { theme: 'dark' })).toMatchObject({ ok: true });
  expect(calls).toEqual([
    { name: 'session.sign-out', input: { anyway: true } },
    { name: 'settings.write', input: { theme: 'dark' } },
  ]);
});

test.each([
  ['an unknown name', 'session.become', {}],
  ['a name of every object', 'constructor', {}],
  ['no name', undefined, {}],
  ['a name that is a list', ['app.read'], {}],
  ['no argument', 'app.read', undefined],
  ['null', 'app.read', null],
  ['a list', 'app.read', []],
  ['a field too many', 'app.read', { extra: 1 }],
  ['a field called __proto__', 'app.read', JSON.parse('{"__proto__":{"anyway":true}}')],
  ['a field of another kind', 'session.sign-out', { anyway: 'yes' }],
  ['a field that is missing', 'session.sign-out', {}],
  ['a text too long', 'desk.open', { url: `https://www.gov.uk/${'a'.repeat(400)}` }],
  ['a colour that is none', 'settings.write', { theme: 'pink' }],
  ['an id that is none', 'journal.discard', { id: '../../etc' }],
])('S13 %s is a bad request', async (_what, name, input) => {
  const { dispatch, calls } = build();
  const answer = await dispatch(OURS, name, input);
  expect(answer).toMatchObject({ ok: false, error: { code: 'IPC_BAD_REQUEST' } });
  expect(calls).toEqual([]);
});

test('S13 whatever comes in, a Result goes out, and Object.prototype stays clean', async () => {
  const { dispatch } = build();
  const names = fc.oneof(fc.constantFrom(...Object.keys(REQUESTS)), fc.string());
  await fc.assert(
    fc.asyncProperty(
      names,
      fc.anything({ withBigInt: true, withDate: true }),
      async (name, input) => {
        const answer = await dispatch(OURS, name, input);
        expect(typeof answer.ok).toBe('boolean');
        expect(Object.keys(Object.prototype)).toEqual([]);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('S13 every request has a longest form, so a page cannot fill main’s memory', () => {
  const isBounded = (schema: Record<string, unknown>): boolean =>
    schema.type !== 'string' || typeof schema.maxLength === 'number' || Array.isArray(schema.enum);
  for (const [name, schema] of Object.entries(REQUESTS)) {
    for (const [field, part] of Object.entries(schema.properties)) {
      expect(isBounded(part as Record<string, unknown>), `${name} ${field}`).toBe(true);
    }
  }
});

test('S16 a throw becomes INTERNAL_FAULT, and neither answer nor log quotes a person', async () => {
  const { dispatch, lines } = build({
    'app.read': () => {
      throw new RangeError('Priya Nair, 07700 900123');
    },
    'sync.read': () => Promise.reject(Object.assign(new Error('/home/rb/x'), { code: 'ENOENT' })),
  });
  for (const name of ['app.read', 'sync.read']) {
    const answer = await dispatch(OURS, name, {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL_FAULT' } });
    expect(JSON.stringify(answer)).not.toMatch(/Priya|home|stack/);
  }
  expect(JSON.stringify(lines)).toContain('RangeError');
  expect(JSON.stringify(lines)).not.toMatch(/Priya|0770|home/);
});

test('an expected failure passes as it is', async () => {
  const { dispatch } = build({ 'desk.print': () => fail('RULE_REFUSED', 'No printer.') });
  expect(await dispatch(OURS, 'desk.print', {})).toEqual(fail('RULE_REFUSED', 'No printer.'));
});
