import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ReasonField } from '#renderer/ui/reason-field.tsx';
import { madeUpWindow } from '#test/builders/made-up-window.ts';
import { draw } from '../draw.tsx';

function Asked({ before }: { readonly before: string }) {
  const [reason, setReason] = useState(before);
  return <ReasonField value={reason} isMissing={reason === ''} onChange={setReason} />;
}

test('a reason says that they can ask to see it, and is asked for where it is missing', async () => {
  draw(madeUpWindow().sources, <Asked before="" />);
  const field = page.getByLabelText('Reason');
  await expect
    .element(field)
    .toHaveAccessibleDescription('They can ask to see this Error: Enter a reason');
  await expect.element(field).toBeInvalid();
  await userEvent.fill(field, 'They took another post');
  await expect.element(field).toHaveAccessibleDescription('They can ask to see this');
  await expect.element(field).toBeValid();
});

test('a reason ends where the centre would refuse more of it', async () => {
  draw(madeUpWindow().sources, <Asked before={'a'.repeat(299)} />);
  const field = page.getByLabelText('Reason');
  await userEvent.type(field, 'bcd');
  await expect.element(field).toHaveValue(`${'a'.repeat(299)}b`);
});
