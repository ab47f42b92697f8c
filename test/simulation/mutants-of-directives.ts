import { type Mutant, mutant } from './mutant.ts';

const ASK = 'src/core/sync/ask.ts';
const KEPT = 'src/main/directives/directives.ts';
const JUDGED = 'src/main/directives/check-directive.ts';
const EMPTIED = 'src/main/directives/empty-laptop.ts';

/** Faults in what is done with the centre's signed directives. */
export const MUTANTS_OF_DIRECTIVES: readonly Mutant[] = [
  mutant(
    'the signature of a directive is not looked at',
    JUDGED,
    "if (!isSigned(directive, key)) return 'not-signed';",
    '',
  ),
  mutant(
    'a directive for another laptop is obeyed',
    JUDGED,
    "if (device !== by.device && !isForAll) return 'other-device';",
    'void isForAll;',
  ),
  mutant('a directive of a day to come is obeyed', JUDGED, "return 'from-the-future';", 'void 0;'),
  mutant(
    'an order played again takes away what is granted',
    JUDGED,
    "return by.granted.includes(stream) ? 'not-now' : 'obey';",
    "return 'obey';",
  ),
  mutant(
    'work for a stream is removed before its key',
    ASK,
    'const destroyed = await vault.destroyKey(order.stream);',
    'const early = journal.endAccess(order.stream);\n    if (!early.ok) return early;\n    const destroyed = await vault.destroyKey(order.stream);',
  ),
  mutant(
    'an order to remove a stream leaves its key',
    ASK,
    'const destroyed = await vault.destroyKey(order.stream);',
    'const destroyed: Result<null> = ok(null);',
  ),
  mutant(
    'work for a stream outlives the access to it',
    ASK,
    'const ended = journal.endAccess(order.stream);',
    'const ended: Result<null> = ok(null);',
  ),
  mutant(
    'a receipt is written before the order is carried out',
    ASK,
    "if (order.kind === 'erase') return eraseAll();",
    'orders.done(order.id);\n    if (order.kind === "erase") return eraseAll();',
  ),
  mutant(
    'an order to erase is done when the journal is scrubbed',
    ASK,
    "const erased = await erasing(people, () => replica.call('erase', { people }));",
    'const erased = journal.scrub(people);',
  ),
  mutant(
    'a freeze outlives the reopening of the programme',
    KEPT,
    "next.frozenUntil !== null && session.programme.status !== 'closed'",
    'next.frozenUntil === ""',
  ),
  mutant(
    'a freeze is receipted and forgotten',
    KEPT,
    'frozenUntil: directive.until ?? null',
    'frozenUntil: now.frozenUntil',
  ),
  mutant(
    'a laptop that is wiped keeps its keys until its work is gone',
    EMPTIED,
    'keyring.destroyAll();\n  destroyJournal();',
    'destroyJournal();\n  keyring.destroyAll();',
  ),
  mutant(
    'a wipe that a kill cut short is not finished',
    EMPTIED,
    "if (parts.directives.wipeLeft() === 'all') emptyMain(parts);",
    'void parts;',
  ),
  mutant(
    'a wipe is receipted though the window kept its part',
    EMPTIED,
    'parts.directives.noteEmptied(gone.ok);',
    'parts.directives.noteEmptied(true);',
  ),
  mutant(
    'receipts are not sent',
    'src/core/sync/orders.ts',
    'session === null || receipts.count === 0 || receipts.isSending',
    'session === null || receipts.count >= 0 || receipts.isSending',
  ),
  mutant(
    'more orders than one answer carries are not asked for',
    'src/core/sync/orders.ts',
    'state.moreOrders && left === 0',
    'state.moreOrders && left < 0',
  ),
  mutant(
    'what was obeyed by an older copy of itself is not obeyed again',
    'src/main/sync/http-api.ts',
    '...(obeyed === undefined ? {} : { obeyed }),',
    '',
  ),
  mutant(
    'the cache opens without a council whose key waits its turn',
    'src/main/keys/vault.ts',
    'if (isDoomed(name)) keyring.destroy(name);',
    'if (!orders.isSignedOnly()) keyring.destroy(name);',
  ),
  mutant(
    'a laptop does not say what it holds',
    'src/main/sync/http-api.ts',
    '...(parts.holds ? { holds: [...parts.holds()] } : {}),',
    '',
  ),
];
