import type { FindQuery } from '#contract/find-query.ts';
import type { FindAnswer } from '#contract/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { plural } from '#renderer/ui/dates.ts';
import { Empty } from '#renderer/ui/state.tsx';
import { FACETS } from './facet-words.ts';
import { ask, askAnywhere, chooseFacet } from './find-store.ts';

/** Nobody matches: what each choice costs, and one press to drop it. */
export function FindEmpty({
  query,
  answer,
}: {
  readonly query: FindQuery;
  readonly answer: FindAnswer;
}) {
  // A facet's counts ignore its own choice, so they say who would match without it. A person
  // can be in several values: the largest is the least that would come back.
  const losses = FACETS.flatMap(({ id, legend }) => {
    if (!query.facets[id]?.length) return [];
    const least = Math.max(0, ...(answer.facets[id] ?? []).map((each) => each.count));
    return least > 0 ? [{ id, legend, least }] : [];
  });
  const [best] = losses.toSorted((a, b) => b.least - a.least);
  return (
    <Empty
      title="No one matches all of these."
      action={
        <>
          {best ? (
            <Button small onPress={() => chooseFacet(best.id, [])}>
              Drop {best.legend.toLowerCase()}
            </Button>
          ) : null}
          {query.near ? (
            <Button small look="second" onPress={askAnywhere}>
              Search everywhere
            </Button>
          ) : null}
          {query.text === '' ? null : (
            <Button small look="second" onPress={() => ask({ text: '' })}>
              Clear the words
            </Button>
          )}
        </>
      }
    >
      {losses
        .map(
          ({ legend, least }) =>
            `At least ${plural(least, 'person', 'people')} would if ${legend.toLowerCase()} did not matter.`,
        )
        .join(' ')}{' '}
      {answer.hidden > 0
        ? `${plural(answer.hidden, 'person who does', 'people who do')} match ${answer.hidden === 1 ? 'is' : 'are'} hidden because they are not available.`
        : ''}
    </Empty>
  );
}
