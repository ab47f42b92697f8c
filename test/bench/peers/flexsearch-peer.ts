import { Charset, Index } from 'flexsearch';
import { loopFacets } from './loop-facets.ts';
import type { Peer, PeerWords } from './peer.ts';

/** Its forward index with its balanced folding; phrases and spellings it does not have. */
export function flexsearchPeer(people: number): Peer {
  const index = new Index({ tokenize: 'forward', encoder: Charset.LatinBalance });
  const facets = loopFacets();
  const found = ({ words }: PeerWords) =>
    index.search(words.join(' '), { limit: people }) as number[];
  return {
    add(some) {
      for (const person of some) {
        index.add(person.place, person.text);
        facets.add(person);
      }
    },
    finish: () => {},
    find(question, wanted) {
      const { asks, not } = question;
      // All asks of one word each are one search of its own; else sets are joined by hand.
      const isPlain = not.length === 0 && asks.every((choices) => choices.length === 1);
      const words = asks.flatMap((choices) => choices.flatMap((each) => each.words));
      let hits: Iterable<number> = facets.rows.keys();
      if (isPlain && asks.length > 0) hits = found({ words, isPrefix: true });
      else if (!isPlain) {
        let kept: Set<number> | null = null;
        for (const choices of asks) {
          const any = new Set(choices.flatMap(found));
          kept = kept === null ? any : both(kept, any);
        }
        const rest = kept ?? new Set(facets.rows.keys());
        for (const each of not) for (const place of found(each)) rest.delete(place);
        hits = rest;
      }
      return facets.answer(hits, question, wanted);
    },
  };
}

const both = (a: ReadonlySet<number>, b: ReadonlySet<number>) =>
  new Set([...a].filter((place) => b.has(place)));
