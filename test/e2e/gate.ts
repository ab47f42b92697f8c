import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** An answer of the gate's own, in place of the centre's. */
export interface GateAnswer {
  readonly status: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * A door in front of the centre, one for each laptop: the laptop's network.
 *
 * Shut, connections are refused and those under way are cut, as on a train. It can also answer
 * for itself, as a proxy or a captive portal would.
 */
export class Gate {
  readonly #target: number;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;
  #answer: GateAnswer | undefined;
  #bytesIn = 0;

  constructor(targetPort: number) {
    this.#target = targetPort;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Bytes that came from the centre since the gate was made. */
  get bytesIn(): number {
    return this.#bytesIn;
  }

  async open(): Promise<void> {
    this.#answer = undefined;
    if (this.#server) {
      this.#cut();
      return;
    }
    this.#server = createServer((socket) => this.#serve(socket));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address !== null && typeof address === 'object') this.#port = address.port;
  }

  async shut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    this.#cut();
    await closed;
  }

  /** From now on every request gets this answer, until `open`. */
  answerWith(answer: GateAnswer): void {
    this.#answer = answer;
    this.#cut();
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #serve(socket: Socket): void {
    this.#keep(socket);
    if (this.#answer) {
      const text = writeAnswer(this.#answer);
      socket.once('data', () => socket.end(text));
      return;
    }
    const far = connect(this.#target, '127.0.0.1');
    this.#keep(far);
    socket.pipe(far).pipe(socket);
    far.on('data', (bytes: Buffer) => {
      this.#bytesIn += bytes.length;
    });
    far.on('close', () => socket.destroy());
    socket.on('close', () => far.destroy());
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => {}); // a cut connection is the point
  }
}

function writeAnswer({
  status,
  contentType = 'text/html',
  headers = {},
  body = '',
}: GateAnswer): string {
  const all = {
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Gate\r\n${lines.join('')}\r\n${body}`;
}
