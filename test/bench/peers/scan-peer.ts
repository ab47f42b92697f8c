import { loopFacets } from './loop-facets.ts';
import type { Peer, PeerQuestion, PeerWords } from './peer.ts';

/**
 * The peer everybody would write first: one string a person, `includes` for every word,
 * counts in a loop. It knows no spellings.
 */
export function scanPeer(): Peer {
  const texts: string[] = [];
  const facets = loopFacets();
  const holds = (text: string) => (each: PeerWords) => text.includes(each.words.join(' '));
  function* hits({ asks, not }: PeerQuestion): Generator<number> {
    for (let place = 0; place < texts.length; place += 1) {
      const isIn = holds(texts[place] as string);
      if (asks.every((choices) => choices.some(isIn)) && !not.some(isIn)) yield place;
    }
  }
  return {
    add(people) {
      for (const person of people) {
        texts[person.place] = person.text;
        facets.add(person);
      }
    },
    finish: () => {},
    find: (question, wanted) => facets.answer(hits(question), question, wanted),
    highlight(place, { asks }) {
      const words = asks.flat().map((each) => each.words.join(' '));
      const text = texts[place] ?? '';
      if (words.length === 0) return text.slice(0, 200);
      return text.replaceAll(new RegExp(words.map(escaped).join('|'), 'g'), '<mark>$&</mark>');
    },
  };
}

const escaped = (word: string) => word.replaceAll(/[^a-z0-9 ]/g, '\\$&');
