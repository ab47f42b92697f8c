import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_MS = 1000;
/** Of each second, by the kernel's clock of a hundred ticks. */
const IDLE_TICKS = 10;
const MOST_LOOKS = 120;

/**
 * Waits until a process has little to do: under a tenth of a core for two seconds.
 *
 * A centre that starts cuts its pool anew, for a quarter of a minute; to a recruiter it does so on
 * another machine. Where the kernel does not tell, as on other systems, it waits for nothing.
 */
export async function untilIdle(pid: number): Promise<void> {
  let before = await ticksOf(pid);
  for (let looks = 0, idle = 0; before !== null && idle < 2 && looks < MOST_LOOKS; looks += 1) {
    await wait(LOOK_MS);
    const now = await ticksOf(pid);
    idle = now !== null && now - before < IDLE_TICKS ? idle + 1 : 0;
    before = now;
  }
}

async function ticksOf(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // Behind the name, which may hold anything: state is the first, these two the 12th and 13th.
  const rest = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return rest ? Number(rest[11]) + Number(rest[12]) : null;
}
