/*
 * As much of the peers' packages as the bench needs. Declared here, because one of them
 * comes without types, and so that the sources are checked where they are not installed.
 */

declare module '@sqlite.org/sqlite-wasm' {
  interface Statement {
    bind(values: readonly (number | string)[]): Statement;
    step(): boolean;
    stepReset(): Statement;
    reset(): Statement;
    getInt(column: number): number;
  }
  interface Sqlite3 {
    readonly oo1: {
      readonly DB: new (
        path: string,
      ) => { exec(sql: string): void; prepare(sql: string): Statement };
    };
  }
  export default function sqlite3InitModule(options: {
    readonly locateFile: () => string;
    readonly print: () => void;
  }): Promise<Sqlite3>;
}

declare module 'minisearch' {
  export type Query =
    | string
    | symbol
    | { readonly combineWith: 'AND' | 'OR' | 'AND_NOT'; readonly queries: readonly Query[] };
  export interface SearchOptions {
    readonly prefix?: boolean;
    readonly fuzzy?: number;
  }
  export default class MiniSearch<Entry> {
    static readonly wildcard: symbol;
    constructor(options: { readonly fields: readonly (keyof Entry)[] });
    add(entry: Entry): void;
    search(query: Query, options: SearchOptions): readonly { readonly id: unknown }[];
  }
}

declare module 'flexsearch' {
  export const Charset: { readonly LatinBalance: object };
  export class Index {
    constructor(options: { readonly tokenize: 'forward'; readonly encoder: object });
    add(id: number, text: string): void;
    search(words: string, options: { readonly limit: number }): unknown;
  }
}
