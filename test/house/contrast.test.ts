import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Theme = 'light' | 'dark';

const css = readFileSync('src/renderer/ui/tokens.css', 'utf8');
const tokens = new Map(
  [...css.matchAll(/^ {2}--([\w-]+):\s*([^;]+);/gm)].map(([, name, value]) => [name, value]),
);

/** The colours that stand on each other, and the least contrast each needs (WCAG 2.2). */
const PAIRS: readonly (readonly [string, readonly string[], number])[] = [
  ['ink', ['sheet', 'pane', 'raised', 'hover', 'selected', 'warm-tint'], 4.5],
  ['muted', ['sheet', 'pane', 'raised', 'hover', 'selected'], 4.5],
  ['link', ['sheet', 'pane', 'raised', 'hover', 'selected'], 4.5],
  ['warm', ['sheet', 'pane', 'raised', 'selected', 'warm-tint'], 4.5],
  ['bad', ['sheet', 'bad-tint'], 4.5],
  ['on-teal', ['teal', 'teal-hover'], 4.5],
  ['sheet', ['bad'], 4.5],
  ['mark', ['pane'], 4.5],
  ['frame-text', ['frame', 'frame-active', 'frame-field'], 4.5],
  ['frame-muted', ['frame', 'frame-active', 'frame-field'], 4.5],
  ['frame-warm', ['frame', 'frame-active'], 4.5],
  ['tray-text', ['tray'], 4.5],
  ['tray-muted', ['tray'], 4.5],
  ['focus-ink', ['focus'], 4.5],
  ['line-strong', ['sheet', 'pane', 'raised', 'selected'], 3],
  ['teal', ['sheet', 'pane'], 3],
  ['mark', ['sheet'], 3],
  ['mark-soft', ['sheet'], 3],
];

function hexOf(name: string, theme: Theme): string {
  const value = tokens.get(name) ?? '';
  const pair = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value);
  const hex = pair ? pair[theme === 'light' ? 1 : 2] : value;
  if (hex === undefined || !/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`--${name}: ${value}`);
  return hex;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test('the sum is right: black on white is 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test.each(['light', 'dark'] as const)('every pair of colours can be read in %s', (theme) => {
  const poor = PAIRS.flatMap(([colour, grounds, needs]) =>
    grounds.flatMap((ground) => {
      const ratio = contrast(hexOf(colour, theme), hexOf(ground, theme));
      return ratio < needs ? [`${colour} on ${ground}: ${ratio.toFixed(2)}, needs ${needs}`] : [];
    }),
  );
  expect(poor).toEqual([]);
});
