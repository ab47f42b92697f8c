/** One fault put into the production code by replacing text. */
export interface Mutant {
  readonly name: string;
  readonly patches: readonly (readonly [file: string, from: string, to: string])[];
}

/** Where the engine lies, and where rows are applied. */
export const CORE = 'src/core/sync';
export const REPLICA = 'src/renderer/worker/replica';

/** Makes a mutant of one place. */
export function mutant(name: string, file: string, from: string, to: string): Mutant {
  return { name, patches: [[file, from, to]] };
}
