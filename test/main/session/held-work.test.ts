import { expect, test } from 'vitest';
import type { RecruiterId } from '#contract/brands.ts';
import { countLost, type HeldWork, whyNotSignIn } from '#main/session/held-work.ts';
import type { KeptSession } from '#main/session/kept-session.ts';
import { anId } from '#test/builders/records.ts';

const ROSA = anId<RecruiterId>(0xa1);
const TOM = anId<RecruiterId>(0xa2);
const kept = { recruiter: { id: ROSA, name: 'Rosa Boyd' } } as KeptSession;
const NOTHING: HeldWork = { notSent: 0, undecided: 0, putAside: [] };
const aside = (owner: RecruiterId | null, comesBack = true): HeldWork => ({
  ...NOTHING,
  putAside: [{ owner, changes: 1, comesBack }],
});

function ask(subject: RecruiterId, held: HeldWork, change = {}) {
  const here = { holder: ROSA as RecruiterId | null, kept, held, dropsUnknown: false, ...change };
  return whyNotSignIn(subject, here)?.error ?? null;
}

test('another recruiter waits for what is not sent, not decided, or put aside; its owner does not', () => {
  const held = [
    { ...NOTHING, notSent: 1 },
    { ...NOTHING, undecided: 1 },
    aside(ROSA),
    aside(ROSA, false),
  ];
  for (const each of held) {
    expect(ask(TOM, each)?.message).toContain('Rosa Boyd');
    expect(ask(TOM, each)?.message).toMatch(/[Tt]hey sign in( first| and decide first)/);
    expect(ask(ROSA, each)).toBeNull();
  }
  expect(ask(TOM, NOTHING)).toBeNull();
});

test('work put aside is its owner’s, whoever the device is said to be of', () => {
  expect(ask(TOM, aside(ROSA), { holder: null, kept: null })?.message).toContain('someone else');
  expect(ask(TOM, aside(ROSA), { holder: TOM })?.code).toBe('RULE_REFUSED');
});

test('what nobody knows the owner of is asked about before it goes, and stays where none has to go', () => {
  expect(ask(TOM, aside(null))?.details).toEqual({ unknownWork: true });
  expect(ask(TOM, aside(null), { dropsUnknown: true })).toBeNull();
  expect(ask(TOM, aside(null), { holder: null })).toBeNull();
  expect(ask(TOM, aside(ROSA), { dropsUnknown: true })?.code).toBe('RULE_REFUSED');
});

test('what would be lost is counted with what lies aside', () => {
  expect(countLost(NOTHING)).toBe(0);
  expect(countLost({ ...aside(null), notSent: 2 })).toBe(3);
});
