import { app, dialog } from 'electron';
import { CannotStart } from './cannot-start.ts';

/** Says one plain sentence to whoever started the program. */
export function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Ends a start that cannot go on, in a sentence; where there is no terminal, in a box. */
export function leave(why: unknown, exitCode: 0 | 1 = 1): void {
  const sentence = typeof why === 'string' || why instanceof CannotStart ? readWords(why) : null;
  complain(sentence ?? `Social Work Together could not start: ${readWords(why)}`);
  if (app.isPackaged && exitCode !== 0) {
    dialog.showErrorBox('Social Work Together', sentence ?? 'The program could not start.');
  }
  app.exit(exitCode);
}

function readWords(why: unknown): string {
  return why instanceof Error ? why.message : String(why);
}
