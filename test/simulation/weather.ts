import type { Chance } from './chance.ts';
import type { LeftOut } from './setting.ts';

/** Every fault that can be put in, with the part of the times it is, while it is on. */
const FAULTS = {
  'request lost': 0.1,
  'answer lost': 0.1,
  'request twice': 0.08,
  'late copy': 0.04,
  'slow loris': 0.02,
  slow: 0.1,
  'very slow': 0.03,
  'cut short': 0.05,
  'bit flipped': 0.05,
  portal: 0.05,
  'older answer': 0.05,
  'problem 401': 0.02,
  'problem 403': 0.02,
  'problem 409': 0.02,
  'problem 410': 0.03,
  'problem 413': 0.03,
  'problem 422': 0.02,
  'problem 426': 0.01,
  'problem 429': 0.05,
  'problem 500': 0.05,
  'problem 503': 0.05,
  'no grants': 0.02,
  'directive forged': 0.1,
  'directive again': 0.1,
  'centre dies': 0.08,
  'nudge lost': 0.3,
  'nudge twice': 0.2,
  'nudge late': 0.3,
  'crash at journal': 0.01,
  'crash at cache': 0.02,
  'crash at keys': 0.05,
  'crash at session': 0.03,
  'crash at orders': 0.05,
  'orders full': 0.05,
  'window dies at cache': 0.02,
  'journal full': 0.02,
  'journal not synced': 0.02,
  'cache full': 0.02,
  'cache aborts': 0.02,
  'cache slow': 0.05,
  'cache blocked': 0.05,
  'cache does not open': 0.05,
} as const;

/** The name of a fault that is drawn at each chance it has. */
export type Fault = keyof typeof FAULTS;

/** What happens to whom at moments of its own, with its weight while it is on. */
const EVENTS = {
  crash: 6,
  'crash in recovery': 3,
  'window dies': 4,
  'cache lost': 2,
  'cache damaged': 1,
  'commit lost': 1,
  'journal bit flip': 1,
  'machine copied': 1,
  'machine rolled back': 1,
  'offline spell': 6,
  'half-open line': 3,
  'centre overloaded': 2,
  'clock jump': 3,
  suspend: 3,
  'away for 30 days': 1,
  'sign out': 2,
  'sync now': 3,
  'older nudge': 2,
  'centre restored': 1,
  'centre backup': 3,
  'removals forgotten': 3,
  'grants change': 4,
  'grant flaps': 2,
  'role changes': 1,
  'access ends': 1,
  'laptop wiped': 1,
  'orders lost': 1,
  'person withdraws': 3,
  'erased while away': 2,
  'person changes': 10,
  'person joins': 2,
  'person leaves': 2,
  'pool recut': 3,
  'tokens expire': 1,
  'programme closes': 1,
  'programme reopens': 1,
} as const;

/** The name of something that happens at moments of its own. */
export type Event = keyof typeof EVENTS;

/** Whether this is the name of something bad that is put in on purpose. */
export function isFaultName(name: string): boolean {
  return name in FAULTS || name in EVENTS;
}

/** The faults of one seed: which are on, and how often (a swarm). */
export interface Weather {
  strikes(fault: Fault): boolean;
  /** What happens next, if anything bad is on. */
  event(chance: Chance): Event | null;
  /** From here on the world is kind. */
  clear(): void;
  isClear(): boolean;
}

/** How often a fault strikes that is the one of its seed. */
const STORM = 0.4;

/**
 * Draws the weather of a seed; what is left out is drawn all the same, and does not strike.
 *
 * A third of all seeds have a favourite beside what else is on: faults that need to come
 * together, such as late copies, meet in no other way.
 */
export function drawWeather(chance: Chance, leftOut: LeftOut): Weather {
  const isCalm = chance.may(0.05);
  const part = chance.pick([0.15, 0.4, 0.7]);
  const strength = chance.pick([0.3, 1, 2]);
  const isStormy = chance.may(0.35);
  const favourite = chance.pick([...Object.keys(FAULTS), ...Object.keys(EVENTS)]);
  const faults = new Map<Fault, { readonly rate: number; readonly own: Chance }>();
  for (const [name, often] of Object.entries(FAULTS)) {
    const isOn = chance.may(part) && !isCalm;
    const own = chance.fork();
    const isFavourite = isStormy && name === favourite;
    const rate = isFavourite ? Math.max(STORM * often ** 0.25, often) : often * strength;
    if (isOn || isFavourite) faults.set(name as Fault, { rate: Math.min(0.5, rate), own });
  }
  const events: Event[] = ['person changes'];
  for (const [name, weight] of Object.entries(EVENTS)) {
    const isFavourite = isStormy && name === favourite;
    if ((!chance.may(part + 0.2) || isCalm) && !isFavourite) continue;
    const times = isFavourite ? weight + 12 : weight;
    for (let n = 0; n < times; n++) events.push(name as Event);
  }
  let isOver = false;
  return {
    strikes(fault) {
      const drawn = faults.get(fault);
      if (isOver || drawn === undefined) return false;
      return drawn.own.may(drawn.rate) && !leftOut.has(fault);
    },
    event(own) {
      const event = own.pick(events);
      return isOver || leftOut.has(event) ? null : event;
    },
    clear() {
      isOver = true;
    },
    isClear: () => isOver,
  };
}
