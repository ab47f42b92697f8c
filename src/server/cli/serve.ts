import { CannotStart } from '#server/db/database.ts';
import { startCentre } from './centre.ts';
import { readOptions } from './options.ts';

/** Progress and advice go to stderr: stdout carries the one line that says "ready". */
const say = (line: string) => process.stderr.write(`${line}\n`);

/** How long everything has to end after a signal. */
const END_WITHIN_MS = 2_000;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const stop = new AbortController();
  let isReady = false;
  // Before it is ready there is nothing to close: a filling that is cut short is done
  // again at the next start.
  const end = () => (isReady ? stop.abort() : process.exit(0));
  // More than once: npm passes on a Ctrl+C that this process has had already.
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  if (options.withParent) {
    // The parent holds the other end of stdin: when it goes away, for whatever reason,
    // this ends, and so does this process.
    process.stdin.once('end', end).once('close', end).resume();
  }
  const centre = await startCentre(options, { say, env: process.env });
  isReady = true;
  const { url, issuer } = centre;
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ready: true, url, issuer })}\n`
      : `The centre is ready at ${url}. Press Ctrl+C to stop it.\n`,
  );
  await new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
  // A connection that does not end must not keep the centre from ending.
  setTimeout(() => process.exit(0), END_WITHIN_MS - 200).unref();
  await centre.close();
  process.exit(0);
}

main().catch((error: unknown) => {
  if (error instanceof CannotStart) say(error.message);
  else say(`The centre could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
