import { expect, test } from 'vitest';
import {
  type CandidateId,
  type IsoDate,
  type IsoInstant,
  POOL,
  type StreamId,
} from '#contract/brands.ts';
import type { SignedDirective } from '#contract/http/directives.ts';
import { judgeDirective } from '#main/directives/check-directive.ts';
import { anId } from '#test/builders/records.ts';
import { aSigner } from './signing.ts';

const KENT = 'council:kent' as StreamId;
const MINE = 'device-0001';
const { key, signed } = aSigner();
const by = {
  keys: [key],
  device: MINE,
  centreNowMs: Date.parse('2026-06-09T09:00:00.000Z'),
  granted: [POOL],
};
const purge = signed({ kind: 'purge', device: MINE, stream: KENT });
const erase = signed({ kind: 'erase', device: '*', people: [anId<CandidateId>(1)] });

test('[I16] what the pinned key signed for this device is obeyed', () => {
  expect(judgeDirective(purge, by)).toBe('obey');
  expect(judgeDirective(erase, by)).toBe('obey');
  expect(judgeDirective(signed({ kind: 'wipe', device: MINE, why: 'ordered' }), by)).toBe('obey');
  const until = '2026-12-31' as IsoDate;
  expect(judgeDirective(signed({ kind: 'freeze', device: '*', until }), by)).toBe('obey');
});

test('[I16] no field of it can be changed after it was signed', () => {
  const changes: Partial<SignedDirective>[] = [
    { id: anId(9) },
    { kind: 'wipe', why: 'ordered' },
    { device: 'device-0002' },
    { stream: 'council:medway' as StreamId },
    { people: [anId<CandidateId>(2)] },
    { until: '2026-12-31' as IsoDate },
    { why: 'ordered' },
    { issuedAt: '2026-06-09T08:00:00.001Z' as IsoInstant },
    { signature: 'A'.repeat(86) },
    { signature: signed({ kind: 'purge', device: MINE, stream: KENT }).signature },
  ];
  for (const change of changes) {
    expect(judgeDirective({ ...purge, ...change }, by), JSON.stringify(change)).toBe('not-signed');
  }
});

test('[I16] another key, another device, the future and half a directive are refused', () => {
  expect(judgeDirective(purge, { ...by, keys: [] })).toBe('unknown-key');
  expect(judgeDirective(purge, { ...by, keys: [aSigner().key] })).toBe('unknown-key');
  const lent = { ...aSigner().key, keyId: key.keyId };
  expect(judgeDirective(purge, { ...by, keys: [lent] })).toBe('not-signed');
  expect(judgeDirective(purge, { ...by, device: 'device-0002' })).toBe('other-device');
  for (const kind of ['purge', 'wipe'] as const) {
    const all = signed({ kind, device: '*', stream: KENT, why: 'ordered' });
    expect(judgeDirective(all, by)).toBe('other-device');
  }
  const issuedAt = '2026-06-09T09:11:00.000Z' as IsoInstant;
  const early = signed({ kind: 'purge', device: MINE, stream: KENT, issuedAt });
  expect(judgeDirective(early, by)).toBe('from-the-future');
  expect(judgeDirective(early, { ...by, centreNowMs: Number.NaN })).toBe('from-the-future');
  for (const kind of ['purge', 'erase', 'freeze', 'wipe'] as const) {
    expect(judgeDirective(signed({ kind, device: MINE }), by)).toBe('incomplete');
  }
});

test('[I16] a stream that the same answer grants is not removed', () => {
  expect(judgeDirective(purge, { ...by, granted: [POOL, KENT] })).toBe('not-now');
});
