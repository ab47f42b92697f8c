import MiniSearch, { type Query, type SearchOptions } from 'minisearch';
import { bitFacets, setBit } from './bit-facets.ts';
import { loopFacets } from './loop-facets.ts';
import type { Peer, PeerQuestion, PeerWords } from './peer.ts';

interface Entry {
  readonly id: number;
  readonly name: string;
  readonly mainArea: string;
  readonly text: string;
}

/** As its page tells one to: prefixes and spellings on every word, facets in a loop. */
export function minisearchPeer(): Peer {
  const search = new MiniSearch<Entry>({ fields: ['name', 'mainArea', 'text'] });
  const facets = loopFacets();
  return {
    add(people) {
      for (const person of people) {
        const { place: id, name, mainArea, text } = person;
        search.add({ id, name, mainArea, text });
        facets.add(person);
      }
    },
    finish: () => {},
    find(question, wanted) {
      const found = search.search(queryOf(question), { prefix: true, fuzzy: 0.2 });
      return facets.answer(
        found.map((each) => each.id as number),
        question,
        wanted,
      );
    },
  };
}

/** With what its users learn: fewer fields, spellings only for the rare, bit sets for counts. */
export function tunedMinisearchPeer(people: number): Peer {
  const search = new MiniSearch<Pick<Entry, 'id' | 'name' | 'text'>>({ fields: ['name', 'text'] });
  const facets = bitFacets(people);
  const asked = (question: PeerQuestion, how: SearchOptions) => {
    const bits = facets.empty();
    const found = search.search(queryOf(question), how);
    for (const each of found) setBit(bits, each.id as number);
    return { bits, count: found.length };
  };
  return {
    add(some) {
      for (const person of some) {
        search.add({ id: person.place, name: person.name, text: person.text });
        facets.add(person);
      }
    },
    finish: () => {},
    find(question, wanted) {
      // One letter finds nearly everybody at great cost, so nothing is searched yet.
      const isTooShort = question.asks.every((each) => each.every(isOneLetter));
      if (isTooShort) return facets.answer(facets.everybody.slice(), question, wanted);
      const exact = asked(question, { prefix: true });
      const { bits } = exact.count < 10 ? asked(question, { prefix: true, fuzzy: 0.2 }) : exact;
      return facets.answer(bits, question, wanted);
    },
  };
}

const isOneLetter = ({ words }: PeerWords) => words.join('').length < 2;

function queryOf({ asks, not }: PeerQuestion): Query {
  const wordsIn = (each: PeerWords): Query => ({ combineWith: 'AND', queries: [...each.words] });
  const all: Query = {
    combineWith: 'AND',
    queries: asks.map((choices) => ({ combineWith: 'OR', queries: choices.map(wordsIn) })),
  };
  const wanted = asks.length > 0 ? all : MiniSearch.wildcard;
  if (not.length === 0) return wanted;
  return { combineWith: 'AND_NOT', queries: [wanted, ...not.map(wordsIn)] };
}
