import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The centre's meters; labels are routes and outcomes, never people. */
export interface Meters {
  pushed(outcome: string): void;
  report(): Promise<{ readonly text: string; readonly contentType: string }>;
}

/** Measures every answer by route and status, and what the parts tell. */
export function measure(
  app: FastifyInstance,
  gauges: Readonly<Record<string, { readonly help: string; read(): number }>>,
): Meters {
  const registers = [new Registry()];
  const seconds = new Histogram({
    name: 'swt_http_request_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const pushed = new Counter({
    name: 'swt_push_results_total',
    help: 'Changes sent by laptops, by what became of them',
    labelNames: ['outcome'],
    registers,
  });
  const all = { ...gauges, resident_bytes: RESIDENT };
  for (const [name, { help, read }] of Object.entries(all)) {
    new Gauge({
      name: `swt_${name}`,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  }
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    seconds.observe(labels, reply.elapsedTime / 1000);
  });
  const [register] = registers as [Registry];
  return {
    pushed: (outcome) => pushed.inc({ outcome }),
    report: async () => ({ text: await register.metrics(), contentType: register.contentType }),
  };
}

const RESIDENT = { help: 'Memory of this process', read: () => process.memoryUsage.rss() };
