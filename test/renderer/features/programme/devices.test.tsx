import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { IsoInstant, RecruiterId } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { Device } from '#contract/http/devices.ts';
import type { RecruiterRole } from '#contract/vocabulary.ts';
import { App } from '#renderer/app/app.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow, SIGNED_IN } from '#test/builders/made-up-window.ts';
import { anId } from '#test/builders/records.ts';
import { draw } from '../../draw.tsx';

beforeEach(() => page.viewport(1280, 800));

const laptop = (number: number, name: string, over: Partial<Device> = {}): Device => ({
  device: `device-000${number}`,
  recruiter: { id: anId<RecruiterId>(number), name },
  councils: [number === 2 ? 'Leeds' : 'Kent'],
  appVersion: '0.2.0',
  seenAt: new Date(Date.now() - number * 3_600_000).toISOString() as IsoInstant,
  wipe: null,
  ...over,
});
const ORDERED = { why: 'ordered' as const, orderedAt: '2026-06-09T09:31:00.000Z' as IsoInstant };

async function open(role: RecruiterRole, answers: (name: string) => Result<unknown> | undefined) {
  const made = madeUpWindow({ onRequest: answers });
  if (SIGNED_IN.is !== 'signed-in') throw new Error('The made-up window is signed in.');
  made.session.set({ ...SIGNED_IN, recruiter: { ...SIGNED_IN.recruiter, role } });
  draw(made.sources, <App />);
  go(addressOf('/programme'));
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return made;
}

test('a council lead finds the lost laptop, is told what wiping does, and sees when it is done', async () => {
  let rosa = laptop(1, 'Rosa Boyd');
  const made = await open('council_admin', (name) => {
    if (name === 'devices.list') return ok([rosa, laptop(2, 'Una Field')]);
    if (name !== 'devices.wipe') return undefined;
    rosa = { ...rosa, wipe: { ...ORDERED, doneAt: null, notSent: null } };
    return ok(rosa);
  });
  await expect.element(page.getByText('2 laptops seen in the last 90 days')).toBeVisible();
  await page.getByLabelText('Find a laptop').fill('rosa kent');
  await expect.element(page.getByText('Una Field')).not.toBeInTheDocument();
  await page.getByRole('button', { name: /^Wipe the laptop of Rosa Boyd/ }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Wipe the laptop of Rosa Boyd?' });
  await expect.element(dialog.getByText(/^changes that were not sent are lost/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(made.requests).not.toContain('devices.wipe');
  await page.getByRole('button', { name: /^Wipe the laptop of Rosa Boyd/ }).click();
  await dialog.getByRole('button', { name: 'Wipe this laptop' }).click();
  await expect
    .element(page.getByText(/^Wipe ordered 9 June 2026 at 10:31am. Not done yet/))
    .toBeVisible();
  const doneAt = '2026-06-09T10:00:00.000Z' as IsoInstant;
  rosa = { ...rosa, wipe: { ...ORDERED, doneAt, notSent: 2 } };
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect
    .element(page.getByText('Wiped 9 June 2026 at 11am. 2 changes had not been sent.'))
    .toBeVisible();
});

test('without a network the list says so, and a wipe that failed is told', async () => {
  let isAway = true;
  await open('programme_admin', (name) => {
    if (isAway || name === 'devices.wipe') return fail('NET_UNREACHABLE', '');
    return name === 'devices.list' ? ok([laptop(1, 'Rosa Boyd')]) : undefined;
  });
  await expect.element(page.getByText(/The list comes from there/)).toBeVisible();
  isAway = false;
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByRole('button', { name: /^Wipe the laptop of Rosa Boyd/ }).click();
  await page.getByRole('button', { name: 'Wipe this laptop' }).click();
  await expect.element(page.getByText(/^The wipe was not ordered/)).toBeVisible();
});

test('a recruiter sees no laptops of others', async () => {
  const made = await open('recruiter', () => undefined);
  await expect.element(page.getByRole('heading', { name: 'Dates' })).toBeVisible();
  expect(made.requests).not.toContain('devices.list');
});
