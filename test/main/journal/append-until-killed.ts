import { writeSync } from 'node:fs';
import { draft, open, saved } from './support.ts';

/** Run by the kill loop: saves without end, and says each entry only once it is saved. */
const path = process.argv[2] ?? '';
const journal = open(path);
for (let n = 1; ; n++) {
  const [entry] = saved(journal, draft(n % 50));
  writeSync(1, `${entry?.id} ${entry?.n}\n`);
}
