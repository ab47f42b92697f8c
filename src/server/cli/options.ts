import { parseArgs } from 'node:util';
import { CannotStart } from '#server/db/database.ts';

/** What `serve` was told. */
export interface ServeOptions {
  readonly port: number;
  readonly issuerPort: number;
  /** Null = said nothing: 2,000 for the embedded database, none for PostgreSQL. */
  readonly people: number | null;
  readonly seed: string;
  readonly data: string;
  readonly json: boolean;
  readonly withParent: boolean;
  /** The database was put back from a backup: another history begins. */
  readonly restored: boolean;
}

/** Reads the command line; throws `CannotStart` with the right usage for a wrong one. */
export function readOptions(args: readonly string[]): ServeOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4400' },
        'issuer-port': { type: 'string' },
        people: { type: 'string' },
        seed: { type: 'string', default: '1' },
        data: { type: 'string', default: 'out/centre' },
        json: { type: 'boolean', default: false },
        'with-parent': { type: 'boolean', default: false },
        restored: { type: 'boolean', default: false },
      },
    });
    const port = whole(values.port, 65_535);
    return {
      port,
      issuerPort: values['issuer-port'] ? whole(values['issuer-port'], 65_535) : port && port + 1,
      people: values.people === undefined ? null : whole(values.people, 1_000_000),
      seed: values.seed,
      data: values.data,
      json: values.json,
      withParent: values['with-parent'],
      restored: values.restored,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new CannotStart(
      `${why} Use: npm run serve -- --port 4400 --people 2000 --seed 1 --data FOLDER [--issuer-port 4401] [--restored] [--json] [--with-parent]`,
    );
  }
}

function whole(text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw new Error(`"${text}" is not a whole number up to ${most}.`);
}
