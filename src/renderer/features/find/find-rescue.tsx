import type { FindAnswer } from '#contract/find-answer.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useActions } from '#renderer/ui/actions.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatCount } from '#renderer/ui/dates.ts';
import { Empty } from '#renderer/ui/state.tsx';
import text from '#renderer/ui/text.module.css';
import styles from './find-screen.module.css';
import { askThis } from './find-store.ts';

/** From so many people up there is nothing to rescue (features.md F10). */
const RESCUE_BELOW = 6;

/** What could matter less, each with the people it brings, one press or number key each. */
export function FindRescue({ answer }: { readonly answer: FindAnswer }) {
  const isWanted = answer.total < RESCUE_BELOW;
  return isWanted ? <Offers key={answer.resultId} answer={answer} /> : null;
}

function Offers({ answer }: { readonly answer: FindAnswer }) {
  const { resultId, total } = answer;
  const offers = useQuery('find.rescue', { resultId }, ['people', 'work']).value ?? [];
  const take = (index: number) => () => {
    const offer = offers[index];
    if (offer) askThis(offer.query);
  };
  useActions({
    'rescue.1': take(0),
    'rescue.2': take(1),
    'rescue.3': take(2),
    'rescue.4': take(3),
    'rescue.5': take(4),
  });
  if (total === 0 && offers.length === 0) {
    return (
      <Empty title="No one matches all of these.">
        Nobody would match either if any one of them did not matter. Start again with fewer.
      </Empty>
    );
  }
  if (offers.length === 0) return null;
  return (
    <section className={styles.rescue} aria-labelledby="find-rescue">
      <h2 id="find-rescue">
        {total === 0 ? 'No one matches all of these' : 'More people, if one thing matters less'}
      </h2>
      <ol className={styles.offers}>
        {offers.map((offer, index) => (
          <li key={offer.words}>
            <Button look="second" small keys={`Alt+${index + 1}`} onPress={take(index)}>
              {`+${formatCount(offer.gain)} ${offer.words}`}
            </Button>
          </li>
        ))}
      </ol>
      <p className={text.meta}>Nothing is left out of the question until you choose it.</p>
    </section>
  );
}
