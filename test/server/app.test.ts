import { createRequire } from 'node:module';
import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import { ENGINES, type Engine } from './engines.ts';
import { STAFF } from './staff.ts';
import { openTestCentre, type TestCentre } from './test-centre.ts';
import { expectProblem } from './test-client.ts';

const [pglite] = ENGINES as [Engine];
let centre: TestCentre;
beforeAll(async () => {
  centre = await openTestCentre(pglite);
});
afterAll(() => centre.close());

const ask = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'POST' = 'GET') =>
  centre.app.inject({ method, url, headers });

describe('every refusal is a problem', () => {
  it('for an address that is none, with and without sign-in', async () => {
    expectProblem(await ask('/nowhere'), 404, 'not-found');
    expectProblem(await ask('/v1/sync/nowhere?q=Priya'), 404, 'not-found');
  });

  it('for a token that is missing, malformed, forged, expired, or of another audience', async () => {
    const heads = async (token: string) =>
      ask(ENDPOINTS.heads, { authorization: `Bearer ${token}` });
    const oid = STAFF.rosa.id;
    const { privateKey } = await generateKeyPair('RS256');
    const cut = (await centre.sign({ oid })).slice(0, -8);
    expectProblem(await ask(ENDPOINTS.heads), 401, 'token-missing');
    expectProblem(await ask(ENDPOINTS.heads, { authorization: 'Basic x' }), 401, 'token-invalid');
    expectProblem(await heads('x.y.z'), 401, 'token-invalid');
    expectProblem(await heads(`${cut}AAAAAAAA`), 401, 'token-invalid');
    expectProblem(await heads(await centre.sign({ oid }, privateKey)), 401, 'token-invalid');
    const aud = 'api://other';
    expectProblem(await heads(await centre.sign({ oid, aud })), 401, 'token-invalid');
    const iss = 'https://evil.example.org';
    expectProblem(await heads(await centre.sign({ oid, iss })), 401, 'token-invalid');
    const exp = Math.floor(Date.now() / 1000) - 3_600;
    expectProblem(await heads(await centre.sign({ oid, exp })), 401, 'token-expired');
    // An id token, or a machine's token, has no scope.
    expectProblem(await heads(await centre.sign({ oid, scp: undefined })), 401, 'token-invalid');
  });

  it('for a person who is enrolled nowhere', async () => {
    const token = await centre.sign({ oid: '00000000-0000-4000-8000-00000000dead' });
    expectProblem(
      await ask(ENDPOINTS.heads, { authorization: `Bearer ${token}` }),
      403,
      'not-allowed',
    );
  });

  it('for a version that is too old, before anything else', async () => {
    const answer = await ask(ENDPOINTS.heads, { 'swt-protocol': '0' });
    expect(expectProblem(answer, 426, 'upgrade-required').retry).toBe('upgrade');
  });

  it('for a body that is too large, not JSON, cut short or of another form', async () => {
    const rosa = await centre.as('rosa');
    const send = (payload: string, type = 'application/json') =>
      centre.app.inject({
        method: 'POST',
        url: ENDPOINTS.push,
        headers: { ...rosa.headers, 'content-type': type },
        payload,
      });
    expectProblem(await send(`"${'x'.repeat(300_000)}"`), 413, 'too-large');
    expectProblem(await send('<a/>', 'text/xml'), 415, 'invalid').status;
    expectProblem(await send('{"device":'), 400, 'invalid');
    expectProblem(await send('{"device":"device-1","mutations":[]}'), 422, 'invalid');
  });

  it('for a query of another form', async () => {
    const rosa = await centre.as('rosa');
    const url = '/v1/sync/streams/pool/changes?epoch=x&after=';
    expectProblem(await rosa.get(`${url}minus`), 422, 'invalid');
    expectProblem(await rosa.get('/v1/sync/streams/kent/changes?epoch=x&after=0'), 422, 'invalid');
    expectProblem(await rosa.get('/v1/sync/pool/buckets/x'), 422, 'invalid');
  });

  it('for a fault, with nothing of its inside in the answer or in the log', async () => {
    const broken = await openTestCentre(pglite, { limit: { requests: 3, windowMs: 60_000 } });
    const rosa = await broken.as('rosa');
    // The database goes away under the running centre.
    await broken.database.close();
    const answer = await rosa.get(ENDPOINTS.manifest.replace('manifest', 'buckets/0'));
    expect(answer.statusCode).toBeGreaterThanOrEqual(500);
    expect(answer.headers['content-type']).toMatch(/problem\+json/);
    expect(answer.body).not.toMatch(/select|sync_|driver|\.ts/);
    expect(broken.log.join('')).not.toMatch(/Rosa|example\.org|Bearer|select /);
    await broken.app.close();
  });
});

describe('limits', () => {
  it('are told in every answer and kept for each person, not for their gateway', async () => {
    const tight = await openTestCentre(pglite, { limit: { requests: 3, windowMs: 60_000 } });
    const rosa = await tight.as('rosa');
    const first = await rosa.get(ENDPOINTS.heads);
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '2' });
    await rosa.get(ENDPOINTS.heads);
    await rosa.get(ENDPOINTS.heads);
    const refused = await rosa.get(ENDPOINTS.heads);
    expectProblem(refused, 429, 'too-many-requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await (await tight.as('tom')).get(ENDPOINTS.heads)).statusCode).toBe(200);
    await tight.close();
  });
});

describe('what operators see', () => {
  it('health, readiness and meters', async () => {
    expect((await ask(ENDPOINTS.live)).json()).toEqual({ status: 'ok' });
    expect((await ask(ENDPOINTS.ready)).json()).toEqual({ status: 'ok' });
    const meters = (await ask(ENDPOINTS.metrics)).body;
    expect(meters).toContain('swt_pool_people 300');
    expect(meters).toMatch(/swt_http_request_seconds_count\{.*route="\/livez"/);
  });

  it('log lines without a name, a query, an address or a token', async () => {
    const rosa = await centre.as('rosa');
    await rosa.get('/v1/sync/streams/pool/changes?epoch=Priya-Nair&after=0');
    const lines = centre.log.map((line) => JSON.parse(line));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.at(-1)).toMatchObject({ method: 'GET', route: ENDPOINTS.changes, status: 410 });
    expect(centre.log.join('')).not.toMatch(/Priya|Rosa|Bearer|127\.0\.0\.1|eyJ/);
  });

  it('a request’s own id when it brings one', async () => {
    const answer = await ask('/livez', { 'swt-request': 'laptop-1234' });
    expect(answer.headers['swt-request']).toBe('laptop-1234');
    const made = await ask('/livez', { 'swt-request': 'a b\n' });
    expect(made.headers['swt-request']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

/** The meta-schema of JSON Schema 2020-12, which OpenAPI 3.1 uses, as it comes with Fastify. */
function schemaChecker(): { validateSchema(schema: object): unknown } {
  const require = createRequire(import.meta.url);
  const { Ajv2020 } = createRequire(require.resolve('fastify'))('ajv/dist/2020.js');
  return new Ajv2020({ strict: false });
}

interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
}
interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: object;
  }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<
    string,
    {
      readonly description: string;
      readonly content?: Record<string, { readonly schema?: object }>;
    }
  >;
}

describe('the OpenAPI document', () => {
  it('is 3.1 and has every path of the contract, and no other', async () => {
    const document = (await ask(ENDPOINTS.openapi)).json<OpenApi>();
    expect(document.openapi).toBe('3.1.0');
    const paths = Object.values(ENDPOINTS).map((path) => path.replace(/:(\w+)/g, '{$1}'));
    expect(Object.keys(document.paths).sort()).toEqual([...paths].sort());
  });

  it('describes each operation by schemas that are schemas', async () => {
    const text = (await ask(ENDPOINTS.openapi)).body;
    expect(text).not.toContain('$ref');
    const checker = schemaChecker();
    expect(checker.validateSchema({ type: 'strin' })).toBe(false);
    let seen = 0;
    for (const [path, operations] of Object.entries((JSON.parse(text) as OpenApi).paths)) {
      for (const operation of Object.values(operations)) {
        expect(operation.summary, path).toBeTruthy();
        expect(operation.responses.default?.content, path).toHaveProperty([
          'application/problem+json',
        ]);
        const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const inPath = (operation.parameters ?? []).filter((one) => one.in === 'path');
        expect(
          inPath.map(({ name }) => name),
          path,
        ).toEqual(named);
        for (const { description } of Object.values(operation.responses))
          expect(description).toBeTruthy();
        const schemas = [
          ...(operation.parameters ?? []).map(({ schema }) => schema),
          ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => schema),
          ...Object.values(operation.responses).flatMap(({ content }) =>
            Object.values(content ?? {}).flatMap(({ schema }) => (schema ? [schema] : [])),
          ),
        ];
        for (const schema of schemas) {
          expect(checker.validateSchema(schema), path).toBe(true);
          seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThan(20);
  });
});
