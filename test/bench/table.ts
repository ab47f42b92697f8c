/** Prints figures: one column a size, one line a figure. */
export function table(
  columns: Readonly<Record<string, readonly string[]>>,
  lines: readonly string[],
): void {
  const first = Math.max(...lines.map((line) => line.length));
  const print = (line: string, cells: readonly string[]) =>
    console.log(`  ${line.padEnd(first)}${cells.map((cell) => cell.padStart(18)).join('')}`);
  print('', Object.keys(columns));
  lines.forEach((line, i) => {
    print(
      line,
      Object.values(columns).map((cells) => cells[i] ?? ''),
    );
  });
}

/** "12.3 ms", "1.23 s". */
export const ms = (value: number): string =>
  value >= 1000
    ? `${(value / 1000).toFixed(2)} s`
    : `${value >= 100 ? Math.round(value) : value.toFixed(1)} ms`;

export const bytes = (value: number): string => `${Math.round(value / 2 ** 20)} MiB`;
