import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { find, firstDay, goTo, logContact, openRow } from './desk.ts';
import { expect, test } from './fixture.ts';

const CANARY = 'Quillfeather';
const SCREENS = '/today /find /vacancies /insights /stories /programme /sync /settings'.split(' ');

/** Counts what the policy stopped from here on, also while a screen is drawn. */
async function watchPolicy(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', (event) => {
      broken.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  return () => page.evaluate(() => (window as unknown as { broken: string[] }).broken);
}

/** Every file below a folder, as bytes in one piece, by name. */
function filesBelow(folder: string): readonly { readonly name: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((name) => ({ name, bytes: readFileSync(name) }));
}

const holds = (bytes: Buffer, word: string) =>
  bytes.includes(Buffer.from(word, 'utf8')) || bytes.includes(Buffer.from(word, 'utf16le'));

test('S5 S6 the policy is enforced, and no screen breaks it', async ({ laptop }) => {
  const page = await firstDay(laptop, 'Rosa Boyd');
  const broken = await watchPolicy(page);
  for (const screen of SCREENS) {
    await goTo(page, screen);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
  }
  await find(page, 'child protection');
  await openRow(page, 0);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await broken()).toEqual([]);
  // The search kernels may be compiled; in a task of its own, as below.
  const compiles = await page.workers()[0]?.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
            resolve(new WebAssembly.Module(empty) instanceof WebAssembly.Module);
          } catch (error) {
            resolve(`${error}`);
          }
        });
      }),
  );
  expect(compiles).toBe(true);

  const tried = await page.evaluate(async () => {
    const blocked = (act: () => unknown) => {
      try {
        act();
        return false;
      } catch {
        return true;
      }
    };
    const image = new Image();
    image.src = 'https://example.org/pixel.png';
    return {
      html: blocked(() => Object.assign(document.createElement('div'), { innerHTML: '<b>x</b>' })),
      // In a task of its own: what the debugger evaluates may evaluate too.
      code: await new Promise((resolve) => {
        setTimeout(() => resolve(blocked(() => new Function('return 1'))), 0);
      }),
      script: blocked(() => new Worker('https://example.org/x.js')),
      policy: blocked(() =>
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
        ).trustedTypes.createPolicy('swt-worker', {}),
      ),
      outside: await fetch('https://example.org/').then(
        () => false,
        () => true,
      ),
      bridge: Object.keys((window as unknown as { swt: object }).swt).toSorted(),
      isFrozen: Object.isFrozen((window as unknown as { swt: object }).swt),
      node: typeof (window as unknown as { require?: unknown; process?: unknown }).process,
    };
  });
  expect(tried).toEqual({
    html: true,
    code: true,
    script: true,
    policy: true,
    outside: true,
    bridge: ['connect', 'request', 'subscribe'],
    isFrozen: true,
    node: 'undefined',
  });
  await expect.poll(async () => (await broken()).length).toBeGreaterThan(0);

  await page.evaluate(() => {
    window.open('https://example.org/');
    window.location.assign('https://example.org/');
  });
  await page.waitForTimeout(500);
  expect(page.url()).toMatch(/\/index\.html#\/person\//);
  expect(laptop.app.windows().filter((window) => !window.isClosed())).toHaveLength(1);
  expect(await laptop.opened()).toHaveLength(1); // the sign-in and nothing since
});

test('S13 hostile arguments get a refusal, never a fault or an effect', async ({ laptop }) => {
  const page = await firstDay(laptop, 'Rosa Boyd');
  const answers = await page.evaluate(async () => {
    const { swt } = window as unknown as {
      swt: { request(name: string, input: unknown): Promise<{ error?: { code: string } }> };
    };
    const asked: [string, unknown][] = [
      ['__proto__', {}],
      ['constructor', {}],
      ['session.sign-out', { anyway: true, more: 1 }],
      ['session.sign-out', { anyway: 'yes' }],
      ['settings.write', JSON.parse('{"__proto__":{"theme":"dark"},"theme":"black"}')],
      ['draft.write', { key: 'x'.repeat(500), text: '' }],
      ['desk.save-file', { suggestedName: 'a', text: 7 }],
      ['journal.discard', { id: "'; drop table entry; --" }],
      ['desk.open', { url: 'file:///etc/passwd' }],
      ['desk.open', { url: 'javascript:alert(1)' }],
    ];
    return Promise.all(
      asked.map(([name, input]) => swt.request(name, input).then(({ error }) => error?.code)),
    );
  });
  expect(answers.slice(0, 8)).toEqual(Array(8).fill('IPC_BAD_REQUEST'));
  expect(answers.slice(8)).toEqual(['RULE_REFUSED', 'RULE_REFUSED']);
  expect(await laptop.opened()).toHaveLength(1); // the sign-in and nothing since
});

test('S25 S27 S55 after a day no name, word or token lies on the disk in the open', async ({
  laptop,
}) => {
  const page = await firstDay(laptop, 'Rosa Boyd');
  await find(page, 'child protection');
  const name = await openRow(page, 0);
  const [given = '', family = ''] = name.split(/ (?=\S+$)/);
  await logContact(page, '1', `${CANARY} asked about parking`);
  await goTo(page, '/stories');
  await page.getByRole('button', { name: 'Write a story' }).click();
  await page.getByRole('textbox').first().fill(`${CANARY} came back`);
  await expect(page.getByText('Draft saved on this device')).toBeVisible();
  const token = JSON.parse(await laptop.readSealed('tokens.sealed')) as { refreshToken: string };
  expect(token.refreshToken.length).toBeGreaterThan(10);
  const shown = await page.evaluate(() =>
    JSON.stringify([document.title, location.href, { ...localStorage }, { ...sessionStorage }]),
  );
  for (const word of [CANARY, name, token.refreshToken]) expect(shown).not.toContain(word);
  await laptop.quit();

  const files = filesBelow(laptop.folder);
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap(({ name: file, bytes }) =>
    [CANARY, name, `"${given}"`, `"${family}"`, token.refreshToken]
      .filter((word) => holds(bytes, word))
      .map((word) => `${word} in ${file.slice(laptop.folder.length)}`),
  );
  expect(found).toEqual([]);
});
