import { beforeEach, expect, test } from 'vitest';
import { EVERYBODY } from '#contract/find-query.ts';
import {
  ask,
  chooseOrder,
  findStore,
  forgetFind,
  takeUp,
} from '#renderer/features/find/find-store.ts';

beforeEach(forgetFind);
const order = () => findStore.getState().query.order;

test('[Q49] what is typed puts the best match first, and nothing typed the longest unheard', () => {
  expect(order()).toBe('longest_unheard');
  ask({ text: 'court' });
  expect(order()).toBe('best_match');
  ask({ facets: { region: ['London'] } });
  expect(order()).toBe('best_match');
  ask({ text: ' ' });
  expect(order()).toBe('longest_unheard');
});

test('[Q49] an order that was chosen stays, whatever is typed', () => {
  chooseOrder('longest_unheard');
  ask({ text: 'court' });
  expect(order()).toBe('longest_unheard');
  chooseOrder('best_match');
  ask({ text: '' });
  expect(order()).toBe('best_match');
});

test('[Q49] a link or a saved search keeps the order it was made with', () => {
  takeUp({ ...EVERYBODY, text: 'court', order: 'nearest' });
  ask({ text: 'court kent' });
  expect(order()).toBe('nearest');
  takeUp({ ...EVERYBODY, text: 'court', order: 'best_match' });
  ask({ text: '' });
  expect(order()).toBe('longest_unheard');
});
