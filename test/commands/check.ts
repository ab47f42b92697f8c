/** `npm run check`: every gate, cheapest first, then the unit tests. */
import { bringChromium } from './chromium.ts';
import { add, words } from './run.ts';
import { runGates } from './run-gates.ts';
import { runUnit } from './run-unit.ts';

bringChromium();
const gates = await runGates();
const count = add(gates, await runUnit());
console.log(words(count));
process.exitCode = count.failed === 0 ? 0 : 1;
