import { expect, test } from 'vitest';
import type { Mutation } from '#contract/mutations.ts';
import type { FieldChange } from '#contract/records/council-work.ts';
import { judgeFields } from './judge-fields.ts';

/** An edit of the posts of one vacancy: by whom, at which place, having seen up to where. */
function edit(by: string, seq: number, base: number, posts: number) {
  const mutation = { kind: 'vacancy.edit', base, args: { fields: { posts } } };
  return { by, seq, mutation: mutation as unknown as Mutation };
}

const told = (loser: string) => [{ field: 'posts', over: { by: { id: loser } } }];
const vacancy = (posts: number, changes: readonly object[] = []) => ({
  ...{ id: 'v', posts },
  changes: changes as FieldChange[],
});

test('a value replaced by somebody who had not seen it must be told to whoever set it', () => {
  const edits = [edit('kate', 5, 1, 3), edit('mo', 6, 1, 4)];
  expect(() => judgeFields(vacancy(4), edits)).toThrow('replaced in silence');
  expect(() => judgeFields(vacancy(4, told('mo')), edits)).toThrow('replaced in silence');
  judgeFields(vacancy(4, told('kate')), edits);
  expect(() => judgeFields(vacancy(3, told('kate')), edits)).toThrow('not as last set');
});

test('who had seen it, or comes back to the field, is no loss', () => {
  judgeFields(vacancy(4), [edit('kate', 5, 1, 3), edit('mo', 6, 5, 4)]);
  judgeFields(vacancy(5), [edit('kate', 5, 1, 3), edit('mo', 6, 1, 4), edit('kate', 7, 6, 5)]);
});

test('who says what is there already has set nothing that could be lost', () => {
  judgeFields(vacancy(7), [edit('kate', 5, 1, 5), edit('mo', 6, 1, 5), edit('kate', 7, 5, 7)]);
});
