import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProblemCode } from '#contract/http/problem.ts';
import { digestOf } from '#server/plugins/content-digest.ts';
import { problemOf } from '#server/plugins/problems.ts';

/** One call of a laptop to its centre. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
}

/** An answer in the centre's place. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Somebody between a laptop and its centre, who reads every call.
 *
 * Does nothing until told: then it answers some calls itself, or changes what the centre
 * answered, as a faulty centre would. Put it between gate and centre.
 */
export class Meddler {
  readonly #centre: string;
  readonly #server = createServer((from, to) => void this.#serve(from, to));
  /** Every call so far, in order. */
  readonly calls: Call[] = [];
  /** Null lets a call through to the centre. */
  answer: (call: Call) => Answer | null = () => null;
  /** Changes the body of what the centre answered, or keeps it back for a while. */
  rewrite: (call: Call, body: Buffer) => Buffer | string | Promise<Buffer> = (_call, body) => body;

  private constructor(centre: string) {
    this.#centre = centre;
  }

  static async before(centreUrl: string): Promise<Meddler> {
    const meddler = new Meddler(centreUrl);
    meddler.#server.listen(0, '127.0.0.1');
    await once(meddler.#server, 'listening');
    return meddler;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Lets everything through again. */
  stopMeddling(): void {
    this.answer = () => null;
    this.rewrite = (_call, body) => body;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = from;
    const call = { method, path, authorization: headers.authorization ?? '' };
    this.calls.push(call);
    const answer = this.answer(call);
    if (answer) {
      to.writeHead(answer.status, answer.headers).end(answer.body);
      return;
    }
    // In plain text, so that it can be changed.
    const asked = { ...headers, 'accept-encoding': 'identity' };
    const far = request(this.#centre + path, { method, headers: asked });
    to.on('close', () => far.destroy());
    far.on('error', () => to.destroy());
    far.on('response', (answered) => void this.#passOn(call, answered, to));
    from.pipe(far);
  }

  async #passOn(call: Call, answered: IncomingMessage, to: ServerResponse): Promise<void> {
    const { 'content-length': _length, ...headers } = answered.headers;
    answered.on('error', () => to.destroy());
    const status = answered.statusCode ?? 502;
    if (headers['content-type']?.startsWith('text/event-stream')) {
      to.writeHead(status, headers).flushHeaders();
      answered.pipe(to);
      return;
    }
    const parts: Buffer[] = [];
    answered.on('data', (part: Buffer) => parts.push(part));
    const send = async () => {
      const body = Buffer.concat(parts);
      const passed = Buffer.from(await this.rewrite(call, body));
      // A centre with a fault vouches for what it says all the same.
      if (!passed.equals(body)) {
        for (const name of ['content-digest', 'unencoded-digest']) {
          if (name in headers) headers[name] = digestOf(passed);
        }
      }
      to.writeHead(status, headers).end(passed);
    };
    answered.on('end', () => void send());
  }
}

/** The centre's own way of saying no. */
export function problem(
  code: ProblemCode,
  detail: string | null = null,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const body = problemOf(code, detail, 'journey');
  return {
    status: body.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify(body),
  };
}

/** A page of something that is not the centre: a portal, a proxy, a load balancer. */
export function webPage(status: number): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><title>Welcome to Coffee Wi-Fi</title><p>Accept our terms.</p>',
  };
}
