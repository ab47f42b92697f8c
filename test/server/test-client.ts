import { randomUUID } from 'node:crypto';
import { Check } from 'typebox/value';
import { expect } from 'vitest';
import type { IsoInstant, RecordId, StreamId } from '#contract/brands.ts';
import { Problem } from '#contract/http/problem.ts';
import { PushResponse } from '#contract/http/push.ts';
import { ChangesPage } from '#contract/http/streams.ts';
import type { Mutation, MutationArgs, MutationKind } from '#contract/mutations.ts';
import { PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import type { App } from '#server/app-type.ts';
import { KENT_STREAM } from './staff.ts';

type Headers = Readonly<Record<string, string>>;

/** One person on one device, asking the centre as a laptop does. */
export class TestClient {
  readonly device: string;
  /** The protocol this one's app speaks. */
  protocol = PROTOCOL_VERSION;
  readonly #app: App;
  readonly #token: string;
  #n = 0;

  constructor(app: App, token: string, device: string) {
    this.#app = app;
    this.#token = token;
    this.device = device;
  }

  get headers(): Headers {
    return { authorization: `Bearer ${this.#token}`, 'swt-protocol': String(this.protocol) };
  }

  get(url: string, headers: Headers = {}) {
    return this.#app.inject({ method: 'GET', url, headers: { ...this.headers, ...headers } });
  }

  post(url: string, payload?: object, more: Headers = {}) {
    const headers = { ...this.headers, ...more };
    return this.#app.inject({ method: 'POST', url, headers, ...(payload ? { payload } : {}) });
  }

  /** Builds a change with the next order number of this device. */
  change<Kind extends MutationKind>(
    kind: Kind,
    args: MutationArgs[Kind],
    over: Partial<Pick<Mutation, 'id' | 'n' | 'base' | 'stream' | 'ageMs'>> = {},
  ): Mutation {
    this.#n = over.n ?? this.#n + 1;
    const change = {
      id: randomUUID() as RecordId,
      n: this.#n,
      stream: KENT_STREAM,
      entity: (args as { id?: RecordId }).id ?? randomUUID(),
      base: 0,
      schema: 1,
      at: '2026-06-09T08:59:00.000Z' as IsoInstant,
      ageMs: 0,
      kind,
      args,
      ...over,
    };
    return change as unknown as Mutation;
  }

  /** Pushes and returns the answer, checked against its schema. */
  async push(...mutations: readonly object[]): Promise<PushResponse> {
    const answer = await this.post('/v1/sync/push', { device: this.device, mutations });
    expect(answer.statusCode, answer.body).toBe(200);
    const body = answer.json<PushResponse>();
    expect(Check(PushResponse, body)).toBe(true);
    return body;
  }

  async epoch(stream: StreamId): Promise<string> {
    const heads = (await this.get('/v1/sync/heads')).json();
    return heads.heads[stream]?.epoch ?? '00000000-0000-0000-0000-000000000000';
  }

  /** Reads one page of a stream, checked against its schema. */
  async changes(
    stream: StreamId,
    after: number,
    more: { readonly limit?: number; readonly snapAt?: number } = {},
  ): Promise<ChangesPage> {
    const query = new URLSearchParams({
      epoch: await this.epoch(stream),
      after: String(after),
      ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, String(value)])),
    });
    const answer = await this.get(`/v1/sync/streams/${stream}/changes?${query}`);
    expect(answer.statusCode, answer.body).toBe(200);
    const body = answer.json<ChangesPage>();
    expect(Check(ChangesPage, body)).toBe(true);
    return body;
  }
}

/** Asserts that an answer is a problem of this code, in the form of RFC 9457. */
export function expectProblem(
  answer: Awaited<ReturnType<TestClient['get']>>,
  status: number,
  code: Problem['code'],
): Problem {
  expect(answer.headers['content-type'], answer.body).toMatch(/^application\/problem\+json/);
  const problem = answer.json<Problem>();
  expect(Check(Problem, problem)).toBe(true);
  expect([answer.statusCode, problem.status, problem.code]).toEqual([status, status, code]);
  expect(problem.requestId).toBe(answer.headers['swt-request']);
  return problem;
}
