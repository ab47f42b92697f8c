/** A list of checks, run one after the other, told in the manner of TAP. */
const checks = [];
let passed = 0;
let failed = 0;

export function check(name, run) {
  checks.push({ name, run });
}

export const sleep = (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs));

/** Waits until `probe` answers something true, and gives that. */
export async function until(probe) {
  for (let i = 0; i < 200; i++) {
    const answer = await probe();
    if (answer) return answer;
    await sleep(25);
  }
  throw new Error('waited 5 s in vain');
}

export function tell(name, error) {
  if (error === undefined) passed++;
  else failed++;
  console.log(error === undefined ? `ok - ${name}` : `not ok - ${name}\n${error.stack ?? error}`);
}

export async function runChecks() {
  for (const { name, run } of checks) {
    const late = sleep(10_000).then(() => {
      throw new Error('took more than 10 s');
    });
    await Promise.race([run(), late]).then(
      () => tell(name),
      (error) => tell(name, error),
    );
  }
}

/** Prints the last line and gives the exit code. */
export function sum() {
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
