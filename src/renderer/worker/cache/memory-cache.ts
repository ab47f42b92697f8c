import { type Cache, KEY_OF, type Op, TABLE_NAMES, type TableName, type Tables } from './cache.ts';

/** The cache where nothing personal may be kept on disk (decision S6). */
export function createMemoryCache(): Cache {
  const tables = new Map<TableName, Map<string, unknown>>(
    TABLE_NAMES.map((name) => [name, new Map()]),
  );
  const tableOf = <Name extends TableName>(name: Name) =>
    tables.get(name) as Map<string, Tables[Name]['row']>;

  function apply<Name extends TableName>(op: Extract<Op, { table: Name }>): void {
    const table = tables.get(op.table);
    if ('put' in op) {
      const row = op.put as Tables[Name]['row'];
      table?.set(String(KEY_OF[op.table](row)), row);
    } else table?.delete(String(op.remove));
  }

  const keys = <Name extends TableName>(table: Name) =>
    [...tableOf(table).values()].map((row) => KEY_OF[table](row));

  return {
    get: async (table, key) => tableOf(table).get(String(key)),
    getMany: async (table, keys) => keys.flatMap((key) => tableOf(table).get(String(key)) ?? []),
    all: async (table) => [...tableOf(table).values()],
    keys: async (table) => keys(table),
    keysLeft: async (table) => keys(table),
    write: async (ops) => {
      for (const op of ops) apply(op);
    },
    reseal: async () => {},
    close: () => {
      for (const table of tables.values()) table.clear();
    },
  };
}
