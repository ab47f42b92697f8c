/** Characters of a text, by place. */
export type CharAt = (index: number) => number;

/**
 * Whether a term begins with the word once one letter is put right. Rule Q6.
 *
 * One letter wrong, missing, too many, or two neighbours swapped. A single slip can
 * always be told at the first difference, so four looks from there are enough; the
 * oracle does it by the full distance table.
 */
export function beginsWithOneSlip(word: string, term: CharAt, termLength: number): boolean {
  let same = 0;
  while (same < word.length && same < termLength && word.charCodeAt(same) === term(same)) same += 1;
  if (same === word.length) return true;
  const restIs = (fromWord: number, fromTerm: number) => {
    if (fromTerm + word.length - fromWord > termLength) return false;
    for (let i = fromWord; i < word.length; i += 1) {
      if (word.charCodeAt(i) !== term(fromTerm + i - fromWord)) return false;
    }
    return true;
  };
  return (
    restIs(same + 1, same + 1) ||
    restIs(same + 1, same) ||
    restIs(same, same + 1) ||
    (same + 1 < word.length &&
      same + 1 < termLength &&
      word.charCodeAt(same) === term(same + 1) &&
      word.charCodeAt(same + 1) === term(same) &&
      restIs(same + 2, same + 2))
  );
}
