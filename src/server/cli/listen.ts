import { CannotStart } from '#server/db/database.ts';

/** How many ports are tried, one after the other. */
const TRIES = 20;

/**
 * Opens something on a port, stepping past busy ones; says each step.
 *
 * Throws `CannotStart` when none of twenty is free. Port 0 means any.
 */
export async function stepping<Opened>(
  port: number,
  open: (port: number) => Promise<Opened>,
  say: (line: string) => void,
): Promise<Opened> {
  for (let candidate = port; candidate < port + TRIES; candidate += 1) {
    try {
      return await open(candidate);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      say(
        `Port ${candidate} is ${code === 'EACCES' ? 'not allowed' : 'busy'}; trying ${candidate + 1}.`,
      );
    }
  }
  throw new CannotStart(
    `None of the ports ${port} to ${port + TRIES - 1} is free. Choose another with --port.`,
  );
}
