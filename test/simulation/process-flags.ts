/**
 * How Node runs a process of the simulation: most of what a simulated world makes is
 * rubbish in a moment, and the processes share the cores already.
 */
export const PROCESS_FLAGS = [
  '--min-semi-space-size=64',
  '--max-semi-space-size=64',
  '--single-threaded-gc',
];
