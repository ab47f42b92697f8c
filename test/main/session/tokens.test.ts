import { ResponseBodyError } from 'openid-client';
import { expect, test } from 'vitest';
import type { IssuedTokens, Issuer } from '#main/session/issuer.ts';
import { keepTokens } from '#main/session/tokens.ts';
import { systemClock as clock } from '#main/system.ts';
import { keptLog } from '../temp-folder.ts';

const issued = (name: string, expiresInMs: number): IssuedTokens => ({
  accessToken: `access of ${name}`,
  refreshToken: `refresh of ${name}`,
  expiresInMs,
  subject: null,
});

function aRefusal(): ResponseBodyError {
  const response = new Response(null, { status: 400 });
  return new ResponseBodyError('refused', { cause: { error: 'invalid_grant' }, response });
}

test('a refusal of the last recruiter’s renewal does not end the sign-in of the next', async () => {
  const renewals: { readonly used: string; readonly refuse: () => void }[] = [];
  const renew = (used: string) => {
    const { promise, reject } = Promise.withResolvers<IssuedTokens>();
    renewals.push({ used, refuse: () => reject(aRefusal()) });
    return promise;
  };
  const tokens = keepTokens({
    apiUrl: 'http://127.0.0.1:9',
    file: { read: async () => ({ is: 'none' }), write: async () => {}, remove: () => {} },
    findIssuer: async () => ({ renew }) as unknown as Issuer,
    clock,
    log: keptLog(),
  });
  await tokens.accept(issued('Ana', 0));
  const late = tokens.accessToken();
  await expect.poll(() => renewals.length).toBe(1);
  tokens.forget();
  await tokens.accept(issued('Bo', 0));
  renewals[0]?.refuse();
  expect(await late).toMatchObject({ ok: false });
  void tokens.accessToken();
  await expect.poll(() => renewals.at(-1)?.used).toBe('refresh of Bo');
});
