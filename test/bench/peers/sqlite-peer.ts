import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { bitFacets, setBit } from './bit-facets.ts';
import type { Peer, PeerQuestion, PeerWords } from './peer.ts';

/** SQLite's own index of words, with the prefixes one types first; bit sets for the rest. */
export async function sqlitePeer(people: number): Promise<Peer> {
  const sqlite3 = await sqlite3InitModule({ locateFile: () => '/sqlite3.wasm', print: () => {} });
  const db = new sqlite3.oo1.DB(':memory:');
  db.exec(
    "CREATE VIRTUAL TABLE person USING fts5(words, content='', columnsize=0, prefix='1 2 3')",
  );
  const insert = db.prepare('INSERT INTO person (rowid, words) VALUES (?, ?)');
  const select = db.prepare('SELECT rowid FROM person WHERE person MATCH ?');
  const facets = bitFacets(people);
  return {
    add(some) {
      db.exec('BEGIN');
      for (const person of some) {
        insert.bind([person.place + 1, person.text]).stepReset();
        facets.add(person);
      }
      db.exec('COMMIT');
    },
    finish() {
      db.exec("INSERT INTO person (person) VALUES ('optimize')");
    },
    find(question, wanted) {
      const words = matchOf(question);
      if (words === null) return facets.answer(facets.everybody.slice(), question, wanted);
      const bits = facets.empty();
      select.bind([words]);
      while (select.step()) setBit(bits, select.getInt(0) - 1);
      select.reset();
      return facets.answer(bits, question, wanted);
    },
  };
}

function matchOf({ asks, not }: PeerQuestion): string | null {
  if (asks.length === 0) return null;
  const wordsIn = ({ words, isPrefix }: PeerWords) =>
    `"${words.join(' ').replaceAll('"', '')}"${isPrefix ? ' *' : ''}`;
  const all = asks.map((choices) => `(${choices.map(wordsIn).join(' OR ')})`).join(' AND ');
  return not.length > 0 ? `(${all}) NOT (${not.map(wordsIn).join(' OR ')})` : all;
}
