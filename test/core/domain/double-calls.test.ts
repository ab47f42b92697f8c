import { describe, expect, test } from 'vitest';
import { simulate, type Tally } from './double-calls.ts';

const share = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;

function say(words: string, { calls, doubles, freshCalls, freshDoubles, spared }: Tally): void {
  console.log(
    `${words}: ${calls} calls, ${doubles} to somebody another council had called within 2 days (${share(doubles, calls)}); ` +
      `of ${freshCalls} from laptops in step ${freshDoubles} (${share(freshDoubles, freshCalls)}); ${spared} calls spared`,
  );
}

/** Outages from none to bad: the chance an hour that a laptop's network goes, for hours or days. */
describe.each([
  ['no outages', 0],
  ['some outages', 0.02],
  ['many outages', 0.1],
])('forty councils that ring the same people, with %s', (words, outage) => {
  test('ring fewer people twice once they let each other know', { timeout: 60_000 }, () => {
    const seed = 'forty councils';
    const without = simulate({ seed, tokens: false, outage });
    const withTokens = simulate({ seed, tokens: true, outage });
    say(`${words}, without tokens (seed "${seed}")`, without);
    say(`${words}, with tokens`, withTokens);
    expect(without.calls).toBeGreaterThan(8_000);
    expect(withTokens.doubles / withTokens.calls).toBeLessThan(
      (outage > 0.05 ? 0.6 : 0.25) * (without.doubles / without.calls),
    );
    if (outage === 0) expect(withTokens.freshDoubles / withTokens.freshCalls).toBeLessThan(0.01);
  });
});
