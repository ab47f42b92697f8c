/**
 * What is left out of a seed: `laptop 2`, `step 5`, or the name of a fault or happening.
 *
 * Leaving something out shifts no draw of what stays, so that a failing seed can be
 * made smaller and stay the same failure.
 */
export type LeftOut = ReadonlySet<string>;

export const NOTHING: LeftOut = new Set();

/** Writes what is left out as one argument of the command; runs of steps as `step 3-17`. */
export function writeLeftOut(leftOut: LeftOut): string {
  const steps = [...leftOut]
    .flatMap((part) => (part.startsWith('step ') ? [Number(part.slice(5))] : []))
    .sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last && last[1] === step - 1) last[1] = step;
    else runs.push([step, step]);
  }
  const others = [...leftOut].filter((part) => !part.startsWith('step ')).sort();
  return [...others, ...runs.map(([from, to]) => `step ${from}-${to}`)].join(',');
}

/** Reads what `writeLeftOut` wrote. */
export function readLeftOut(text: string): LeftOut {
  return new Set(
    text.split(',').flatMap((part) => {
      const [, from, to] = /^step (\d+)-(\d+)$/.exec(part) ?? [];
      if (from === undefined || to === undefined) return part === '' ? [] : [part];
      const count = Number(to) - Number(from) + 1;
      return Array.from({ length: count }, (_, n) => `step ${Number(from) + n}`);
    }),
  );
}
