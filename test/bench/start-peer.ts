import type { StartAnswer, StartQuestion } from './start-worker.ts';
import { askOnce, openWorkerPage } from './worker-page.ts';

const READS = 5;

/** A cold start in a bare worker: from the sealed image, and from people as plain rows. */
export interface BareStarts {
  readonly imageMs: number;
  readonly rowsMs: number;
}

/** Starts a worker of either kind by turns, each in a fresh worker; the best of each counts. */
export async function bareStarts(people: number): Promise<BareStarts> {
  const { page, close } = await openWorkerPage('start-worker.ts');
  const ask = (question: StartQuestion) => askOnce<StartAnswer>(page, question);
  try {
    await ask({ do: 'fill', people });
    const image: number[] = [];
    const rows: number[] = [];
    for (let i = 0; i < READS; i += 1) {
      image.push((await ask({ do: 'image', people })).ms);
      rows.push((await ask({ do: 'rows', people })).ms);
    }
    return { imageMs: Math.min(...image), rowsMs: Math.min(...rows) };
  } finally {
    await close();
  }
}
