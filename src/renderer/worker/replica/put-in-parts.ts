import type { Candidate } from '#contract/records/candidate.ts';
import { breathe } from '../breathe.ts';
import { inParts } from '../in-parts.ts';
import type { PeopleSink } from './people-sink.ts';

/** As many people are indexed at a time: a few milliseconds of work. */
const PUT_STEP = 64;

/** Has people indexed a few at a time: a thousand at once would keep a question waiting. */
export async function putInParts(sink: PeopleSink, people: readonly Candidate[]): Promise<void> {
  for (let from = 0; from < people.length; from += PUT_STEP) {
    sink.put(people.slice(from, from + PUT_STEP));
    if (sink.settle) await inParts(sink.settle());
    await breathe();
  }
}
