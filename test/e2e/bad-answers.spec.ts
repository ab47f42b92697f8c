import { CentreCaller } from './centre-caller.ts';
import { firstDay, goTo, logContact, syncWords } from './desk.ts';
import { expect, test } from './fixture.ts';
import type { Laptop } from './laptop.ts';
import { type Answer, Meddler, problem, webPage } from './meddler.ts';
import { notSentCount, openSomeone, syncSays } from './trouble.ts';

interface Case {
  readonly what: string;
  readonly answer: Answer;
  /** Which calls get this answer. */
  readonly where: RegExp;
  /** The word of the header. */
  readonly word: RegExp;
  /** What Sync and records says of it. */
  readonly says: RegExp;
  /** The centre refused this one change: it is sent by "Try again" and not by itself. */
  readonly isRefused?: boolean;
}

const NOT_SENT = /^1 not sent yet$/;
const REFUSED = /^Cannot send: service refused$/;

const CASES: readonly Case[] = [
  {
    what: '403',
    answer: problem('not-allowed'),
    where: /push/,
    word: REFUSED,
    says: /Your account may not do this/,
  },
  {
    what: '409, changes missing',
    answer: problem('order-gap'),
    where: /push/,
    word: NOT_SENT,
    says: /missed one of your changes\. It will try again by itself/,
  },
  {
    what: '409, programme closed',
    answer: problem('programme-closed'),
    where: /push/,
    word: REFUSED,
    says: /The programme is closed\. Nothing new can be started/,
  },
  {
    what: '413',
    answer: problem('too-large', 'Send this in smaller parts.'),
    where: /push/,
    word: /^1 needs a decision$/,
    says: /Refused: Send this in smaller parts\. It is kept here/,
    isRefused: true,
  },
  {
    what: '422',
    answer: problem('rule', 'This person asked not to be contacted.'),
    where: /push/,
    word: /^1 needs a decision$/,
    says: /Refused: This person asked not to be contacted\. It is kept here/,
    isRefused: true,
  },
  {
    what: '426',
    answer: problem('upgrade-required'),
    where: /./,
    word: /^Cannot send: update needed$/,
    says: /This version is too old to send\. What you have done is saved on this device\. Update the app/,
  },
  {
    what: '429',
    answer: problem('too-many-requests', null, { 'retry-after': '60' }),
    where: /push/,
    word: NOT_SENT,
    says: /The central service is busy\. It will try again by itself/,
  },
  {
    what: '500',
    answer: problem('fault'),
    where: /./,
    word: NOT_SENT,
    says: /The central service has a problem\. It will try again by itself/,
  },
  {
    what: '503',
    answer: problem('unavailable', null, { 'retry-after': '60' }),
    where: /./,
    word: NOT_SENT,
    says: /The central service is busy\. It will try again by itself/,
  },
  {
    what: 'a web page that says 200',
    answer: webPage(200),
    where: /./,
    word: /^Offline, 1 not sent yet$/,
    says: /The central service cannot be reached\. It will try again by itself/,
  },
  {
    what: 'a web page that says 502',
    answer: webPage(502),
    where: /./,
    word: /^Offline, 1 not sent yet$/,
    says: /The central service cannot be reached\. It will try again by itself/,
  },
];

test('(g) whatever the centre answers is said in plain words, and nothing is lost or doubled', async ({
  addLaptop,
  centre,
}) => {
  const meddler = await Meddler.before(centre.url);
  const laptop = await addLaptop(meddler.url);
  const page = await firstDay(laptop, 'Rosa Boyd');
  const person = await openSomeone(page, 'fostering');

  for (const [index, { what, answer, where, word, says, isRefused }] of CASES.entries()) {
    await test.step(what, async () => {
      meddler.answer = ({ path }) => (where.test(path) ? answer : null);
      await person.open(page);
      await logContact(page, '1', noteOf(index));
      await goTo(page, '/sync');
      // Twice: one call that finds nobody is not "Offline" yet.
      await page.keyboard.press('Control+s');
      await page.keyboard.press('Control+s');
      await expect(syncWords(page, word)).toBeVisible();
      await syncSays(page, says);
      expect(await notSentCount(page)).toBe(1);
      meddler.stopMeddling();
      if (isRefused) await page.getByRole('button', { name: /^Try again:/ }).click();
      await page.keyboard.press('Control+s');
      await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 30_000 });
      // A call begun before may still come back refused: then it is asked for once more.
      await expect(async () => {
        if ((await page.getByRole('main').getByText(says).count()) > 0) {
          await page.keyboard.press('Control+s');
        }
        await expect(page.getByRole('main').getByText(says)).toHaveCount(0, { timeout: 2_000 });
      }).toPass({ timeout: 30_000 });
      expect(await notSentCount(page)).toBe(0);
    });
  }

  const rosa = await CentreCaller.signIn(centre.url, ({ name }) => name === 'Rosa Boyd');
  const held = await rosa.streamText('council:kent');
  for (const index of CASES.keys()) expect(held.split(noteOf(index))).toHaveLength(2);
  await meddler.close();
});

test('(h) 410: the stream is read again, said when it goes on, and work is not touched', async ({
  addLaptop,
  centre,
}) => {
  const meddler = await Meddler.before(centre.url);
  const laptop = await addLaptop(meddler.url);
  let page = await firstDay(laptop, 'Rosa Boyd');
  meddler.answer = ({ path }) => (/council.*changes/.test(path) ? problem('cursor-expired') : null);
  const person = await openSomeone(page, 'dementia');
  await logContact(page, '1', 'Read again, canary 410');
  await goTo(page, '/sync');
  await expect(
    page
      .getByRole('main')
      .getByText(/The list is being read again|asked four times within an hour/),
  ).toBeVisible();
  // What is held stays to be read, the logged contact with it.
  await person.open(page);
  await expect(page.getByText('Read again, canary 410').first()).toBeVisible();
  meddler.stopMeddling();
  page = await laptop.relaunch();
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 30_000 });
  expect(await notSentCount(page)).toBe(0);
  await person.open(page);
  await expect(page.getByText('Read again, canary 410')).toHaveCount(1);
  await meddler.close();
});

test('(k) a token that ran out is renewed in silence; one that cannot be asks for a sign-in', async ({
  addLaptop,
  centre,
}) => {
  const meddler = await Meddler.before(centre.url);
  const laptop = await addLaptop(meddler.url);
  const page = await firstDay(laptop, 'Rosa Boyd');
  const runOut = () => {
    const old = meddler.calls.findLast(({ authorization }) => authorization !== '')?.authorization;
    expect(old).toMatch(/^Bearer ./);
    meddler.answer = ({ authorization }) =>
      authorization === old ? problem('token-expired') : null;
  };

  runOut();
  const person = await openSomeone(page, 'fostering', 1);
  await logContact(page, '1', 'Renewed, canary 401');
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 30_000 });

  await revokeSignIn(laptop, centre.url);
  runOut();
  await logContact(page, '1', 'After the sign-in, canary 402');
  await expect(syncWords(page, /^Cannot send: sign in again$/)).toBeVisible();
  await expect(
    page.getByText(/Your sign-in has ended\. What you have done is saved/),
  ).toBeVisible();
  await person.open(page);
  await expect(page.getByText('After the sign-in, canary 402').first()).toBeVisible();
  expect(await notSentCount(page)).toBe(1);

  await goTo(page, '/sync');
  await laptop.signInAs('Rosa Boyd', 'Sign in again');
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('main').getByText(/Your sign-in has ended/)).toHaveCount(0);
  const rosa = await CentreCaller.signIn(centre.url, (each) => each.name === 'Rosa Boyd');
  const held = await rosa.streamText('council:kent');
  for (const canary of ['canary 401', 'canary 402']) expect(held.split(canary)).toHaveLength(2);
  await meddler.close();
});

function noteOf(index: number): string {
  return `Bad times, canary 77${String(index).padStart(2, '0')}.`;
}

/** As an administrator would: the refresh token of this laptop is taken back at the issuer. */
async function revokeSignIn(laptop: Laptop, centreUrl: string): Promise<void> {
  const kept = await laptop.readSealed('tokens.sealed');
  const { refreshToken } = JSON.parse(kept) as { refreshToken: string };
  const info = (await (await fetch(`${centreUrl}/v1/sign-in`)).json()) as {
    issuer: string;
    clientId: string;
  };
  const answer = await fetch(`${info.issuer}/token/revocation`, {
    method: 'POST',
    body: new URLSearchParams({ token: refreshToken, client_id: info.clientId }),
  });
  expect(answer.status).toBe(200);
}
