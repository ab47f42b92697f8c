import { DIGEST_MUTANTS } from './digest-mutants.ts';
import { CORE, type Mutant, mutant, REPLICA } from './mutant.ts';
import { MUTANTS_OF_DIRECTIVES } from './mutants-of-directives.ts';

/** Faults a maker of this protocol could make; each must be noticed (sync.md 6.3). */
export const MUTANTS: readonly Mutant[] = [
  mutant(
    'work acknowledged in a lost history is not offered again',
    `${CORE}/tend-journal.ts`,
    'if (isLost || place.epoch !== entry.state.epoch) return',
    'if (isLost) return',
  ),
  mutant(
    'work leaves the journal when acknowledged, before its echo',
    `${CORE}/tend-journal.ts`,
    'cursor.seq >= entry.state.seq',
    'cursor.seq >= 0',
  ),
  mutant(
    'acknowledged work is forgotten once its echo is here',
    `${CORE}/tend-journal.ts`,
    "return isPast ? [{ to: 'kept', id, atMs: centreMs }] : [];",
    "return isPast ? [{ to: 'gone', id }] : [];",
  ),
  mutant(
    'a centre that went back is not noticed by its numbers',
    `${CORE}/session.ts`,
    'session.lastN < state.askedWithN',
    'session.lastN < 0',
  ),
  {
    // The first alone cannot be told: the centre takes nothing out of order, and no number that
    // it had acknowledged is filled. Nor can the second: nothing goes before hello is answered.
    name: 'new work is sent while it is not known what the centre lost',
    patches: [
      [`${CORE}/push.ts`, "push.is !== 'idle' || mustHear ||", "push.is !== 'idle' ||"],
      [
        `${CORE}/push.ts`,
        'const asking: EngineState = { ...state, gaps,',
        'const asking: EngineState = { ...state, expected, gaps,',
      ],
    ],
  },
  mutant(
    'numbers that the centre had acknowledged and lost are filled with nothing',
    `${CORE}/push.ts`,
    'if (expected <= knownN(state)) {',
    'if (expected < 1) {',
  ),
  mutant(
    'main hands over requests without waiting for answers',
    'src/main/sync/port-replica.ts',
    'const CREDITS = 2;',
    'const CREDITS = 2_000;',
  ),
  mutant(
    'that part of a journal was lost is told only by the run that found it',
    'src/main/journal/open-whole.ts',
    'files.replace(path, seal, contents)',
    'files.replace(path, seal, found)',
  ),
  mutant(
    'kept work is listed, and shown a second time',
    'src/main/journal/journal.ts',
    'list: () => entries,',
    'list: () => [...entries, ...kept.map(({ entry }) => entry)],',
  ),
  mutant(
    'kept work is not scrubbed of the erased',
    'src/main/journal/journal.ts',
    'kept.filter(({ entry }) => !names(JSON.stringify(entry.mutation)))',
    'kept',
  ),
  mutant(
    'a hint of another history is believed',
    `${CORE}/session.ts`,
    'isOther = true;\n      return [stream, place];',
    'return [stream, { ...place, epoch: head.epoch, head: head.seq }];',
  ),
  {
    name: 'answers of another run count',
    patches: [
      [`${CORE}/reduce.ts`, 'return event.run !== state.run;', 'return false;'],
      [`${CORE}/reduce.ts`, 'return event.run !== state.pushRun;', 'return false;'],
    ],
  },
  mutant(
    'a refusal is taken for an acknowledgement',
    `${CORE}/push.ts`,
    "if (result.outcome === 'rejected') {",
    "if (result.outcome === ('never' as string)) {",
  ),
  mutant(
    'holes in the order are not filled',
    `${CORE}/batch.ts`,
    'while (next < entry.n && count() < limit.count) holes.push(next++);',
    'next = Math.max(next, entry.n);',
  ),
  mutant(
    'a batch that is too large is not halved',
    `${CORE}/push.ts`,
    'pushLimit: Math.ceil(count / 2)',
    'pushLimit: count',
  ),
  {
    name: 'cursors are trusted after the worker has gone',
    patches: [
      [`${CORE}/replica.ts`, '{ ...place, cursor: null }', '{ ...place }'],
      [
        `${CORE}/replica.ts`,
        '(stream as StreamId) ?? null',
        '(stream as StreamId) ?? place.cursor',
      ],
    ],
  },
  mutant(
    'a new epoch is not noticed',
    `${CORE}/pull.ts`,
    'now.cursor.epoch !== now.epoch',
    'now.cursor.epoch === null',
  ),
  mutant(
    'a paged snapshot does not say where it began',
    `${CORE}/pull.ts`,
    '(now.cursor?.snapAt ?? null)',
    'null',
  ),
  {
    name: 'a stream not granted any more is kept',
    patches: [
      [
        `${CORE}/session.ts`,
        'const purging = [...new Set(gone)].filter((s) => !streams.includes(s));',
        'const purging = gone.filter(() => false);',
      ],
      ['src/main/keys/vault.ts', 'if (isDoomed(name)) keyring.destroy(name);', 'void isDoomed;'],
    ],
  },
  mutant(
    'a session that grants nothing is believed',
    `${CORE}/session.ts`,
    'session.grants.length === 0',
    'session.grants.length < 0',
  ),
  {
    name: 'rows go before their key',
    patches: [
      [
        `${CORE}/ask.ts`,
        "return destroyed.ok ? replica.call('purge', { stream }) : destroyed;",
        "return replica.call('purge', { stream });",
      ],
      [
        `${CORE}/ask.ts`,
        'const destroyed = await vault.destroyKey(stream);',
        "await replica.call('purge', { stream });\n    const destroyed = await vault.destroyKey(stream);",
      ],
      ['src/main/keys/vault.ts', 'if (isDoomed(name)) keyring.destroy(name);', 'void isDoomed;'],
    ],
  },
  {
    name: 'the key of a stream that ended is kept',
    patches: [
      [
        `${CORE}/ask.ts`,
        'const destroyed = await vault.destroyKey(stream);',
        'const destroyed: Result<null> = ok(null);',
      ],
      ['src/main/keys/vault.ts', 'if (isDoomed(name)) keyring.destroy(name);', 'void isDoomed;'],
    ],
  },
  mutant(
    'the journal is not scrubbed of the erased',
    `${CORE}/ask.ts`,
    'const scrubbed = journal.scrub(people);',
    'const scrubbed: Result<null> = ok(null);',
  ),
  mutant(
    'keys do not change when people are erased',
    `${CORE}/ask.ts`,
    'finished.ok ? vault.beginRotation() : finished',
    'finished',
  ),
  mutant(
    'the older keys are kept after an erasure',
    `${CORE}/ask.ts`,
    'resealed.ok ? vault.endRotation() : resealed',
    'resealed',
  ),
  {
    name: 'a change of keys that was cut short is not finished',
    patches: [
      [`${CORE}/ask.ts`, 'if (held.ok) await rotate();', ''],
      [`${CORE}/ask.ts`, 'const finished = await rotate();', 'const finished = ok(null);'],
      [`${CORE}/ask.ts`, 'every look is a hello.\n        void inTurn(rotate);', ''],
      [`${CORE}/ask.ts`, 'await api.heads();\n        void inTurn(rotate);', 'await api.heads();'],
    ],
  },
  mutant(
    'nothing is tried again after a failure',
    `${CORE}/trouble.ts`,
    "{ do: 'disarm', timer: 'poll' },\n    { do: 'arm', timer: 'retry', delayMs },",
    "{ do: 'disarm', timer: 'poll' },",
  ),
  mutant(
    'a parked push forgets its timer when the laptop sleeps',
    `${CORE}/reduce.ts`,
    "push: { is: 'idle' },\n      pushRun: state.pushRun + 1,",
    "push: state.push.is === 'parked' ? state.push : { is: 'idle' },\n      pushRun: state.pushRun + 1,",
  ),
  mutant(
    'the cursor of the pool is that of its newest bucket',
    `${CORE}/fetch-buckets.ts`,
    'Math.min(lowest, bucket.upTo), Infinity)',
    'Math.max(lowest, bucket.upTo + 3), 0)',
  ),
  mutant(
    'a bucket that has changed since its manifest is taken',
    'src/main/sync/http-api.ts',
    "if (plain(answer.value.headers.get('etag')) !== plain(etag)) {",
    "if (plain(answer.value.headers.get('etag')) === null) {",
  ),
  mutant(
    'an answer that does not fit its digest is read',
    'src/main/sync/read-answer.ts',
    'wanted === undefined ||',
    "wanted !== 'never' ||",
  ),
  mutant(
    'the cache opens without the journal',
    `${CORE}/ask.ts`,
    'entries: journal.list()',
    'entries: []',
  ),
  mutant(
    'erasures are not read from pages',
    'src/main/sync/http-api.ts',
    "op === 'e'",
    "op === 'never'",
  ),
  mutant(
    'a snapshot sweeps nothing',
    `${REPLICA}/work-page.ts`,
    'row.gen < cursor.gen && !fresh.has(key)',
    'row.gen < 0',
  ),
  mutant(
    'the cursor moves before the rows',
    `${REPLICA}/work-page.ts`,
    "await store.commit([...ops, ...opsOf(fresh, page.stream), { table: 'cursor', put: cursor }]);",
    "await store.commit([{ table: 'cursor', put: cursor }]);\n  await store.commit([...ops, ...opsOf(fresh, page.stream)]);",
  ),
  mutant(
    'rows are compared across histories',
    `${REPLICA}/work-page.ts`,
    '!held || held.epoch !== page.epoch || seq > held.seq',
    '!held || seq > held.seq',
  ),
  {
    name: 'both guards against old pages are off',
    patches: [
      [`${CORE}/pull.ts`, 'facts.after === ask.after &&', ''],
      [`${CORE}/pull.ts`, 'facts.epoch === ask.epoch &&', ''],
      [
        `${REPLICA}/replica.ts`,
        "const fits = snapshot === 'first' || isRepair || goesOn;",
        'const fits = isRepair || goesOn || cursor !== null;',
      ],
      [`${REPLICA}/work-page.ts`, '|| seq > held.seq', '|| seq !== held.seq'],
      [`${REPLICA}/pool-page.ts`, "&& op !== 'e') continue", '&& seq < 0) continue'],
    ],
  },
  mutant(
    'who left stays in their bucket',
    `${REPLICA}/pool-page.ts`,
    'if (kept.length < people.length) rewritten',
    'if (kept.length < 0) rewritten',
  ),
  mutant(
    'rows about the erased stay',
    `${REPLICA}/work-page.ts`,
    'return rows.all().filter((row) => isAbout(row, (id) => gone.has(id)));',
    'return rows.all().filter(() => gone.has("nobody"));',
  ),
  mutant(
    'a bucket wipes what is newer beside it',
    `${REPLICA}/take-buckets.ts`,
    'return row !== undefined && (delta.epoch !== row.epoch || delta.seq <= row.upTo);',
    'return row !== undefined;',
  ),
  mutant(
    'the cursor outlives dropped buckets',
    `${REPLICA}/pool-replica.ts`,
    "...(dropped.length > 0 ? [{ table: 'cursor', remove: POOL } as const] : []),",
    '',
  ),
  mutant(
    'people in no new bucket are not swept',
    `${REPLICA}/pool-replica.ts`,
    'for (const id of lost) strays.add(id);',
    '',
  ),
  mutant(
    'keys of ended access are kept after a kill',
    'src/main/keys/vault.ts',
    'if (isDoomed(name)) keyring.destroy(name);',
    'void isDoomed;',
  ),
  {
    name: 'work about somebody being erased is still saved',
    patches: [
      ['src/main/journal/journal.ts', 'for (const id of people) forgotten.add(id);', ''],
      ['src/main/journal/journal.ts', 'if (asked.some(isAboutForgotten)) return WITHDRAWN;', ''],
    ],
  },
  mutant(
    'somebody who withdrew can be moved on',
    'src/core/domain/decide-shortlist.ts',
    "if (!context.personHeld(args.candidateId)) {\n    return refuse('rule', 'This person has withdrawn from the programme.');\n  }\n  if (record.stage === to)",
    'if (record.stage === to)',
  ),
  mutant(
    'acknowledged work goes from the screen when the programme closes',
    'src/core/domain/replay.ts',
    "entry.state.is === 'sent' ? WHEN_TAKEN : {}",
    '{}',
  ),
  mutant(
    'a stage move lays itself over a newer one',
    'src/core/domain/decide-shortlist.ts',
    'if (!isUnseen(held, args.from, base, context)) return applied(',
    'if (base >= 0) return applied(',
  ),
  mutant(
    'whom a change crossed is not kept with it',
    `${CORE}/push.ts`,
    'result.conflicts?.length ? { conflicts: result.conflicts } : {}',
    '{}',
  ),
  mutant(
    'what is to be read leaves the journal with its echo',
    `${CORE}/journal-rules.ts`,
    'if (conflicts.length === 0) return null;',
    'if (conflicts.length >= 0) return null;',
  ),
  mutant(
    'whose value an edit replaced is not told',
    'src/core/domain/edit-fields.ts',
    'lines.push(over ? { ...line, over } : line);',
    'lines.push(line);',
  ),
  mutant(
    'who replaced a value is not told that they did',
    'src/core/domain/edit-fields.ts',
    'if (isUnseen || isStale) {',
    'if (from === undefined) {',
  ),
  mutant(
    'a start lays itself over a move without a word',
    'src/core/domain/decide-shortlist.ts',
    'return applied(moved(record, args, context, over), [conflict]);',
    'return applied(moved(record, args, context));',
  ),
  mutant(
    'a number used twice is not given anew',
    'src/main/journal/journal.ts',
    'const written = become(list, nextN + made.length, {',
    'const written = become(list, nextN, {',
  ),
  mutant(
    'a token says more than person, council, half-day and a word',
    'src/core/domain/presence.ts',
    '[was]: [...rest[was], candidateId].toSorted() };',
    "[was]: [...rest[was], candidateId].toSorted(), ...{ outcome: 'voicemail_left' } };",
  ),
  mutant(
    'what councils told of somebody erased stays until the next page',
    `${REPLICA}/replica.ts`,
    'told = presenceWithout(rows, people);',
    'told = presenceWithout(rows, []);',
  ),
  mutant(
    'a contact is told of at the time the laptop believes',
    'src/core/domain/presence.ts',
    'return tokenAt(savedMs - beforeMs, nowMs, token);',
    'return tokenAt(Date.parse(args.at) + 0 * beforeMs, nowMs, token);',
  ),
  ...DIGEST_MUTANTS,
  ...MUTANTS_OF_DIRECTIVES,
];
