import workerUrl from '../worker/worker.ts?worker&url';

interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}

interface PolicyMaker {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

/** The one policy of the page: it passes the data worker's address and nothing else. */
const policy: ScriptUrlPolicy =
  // Not in TypeScript's own libraries, and not in every browser a test may run in.
  (globalThis as { trustedTypes?: PolicyMaker }).trustedTypes?.createPolicy('swt-worker', {
    createScriptURL(url) {
      if (url !== workerUrl) throw new TypeError('Only the data worker may be started.');
      return url;
    },
  }) ?? { createScriptURL: (url) => url };

/** Starts the data worker. */
export function startDataWorker(): Worker {
  return new Worker(policy.createScriptURL(workerUrl) as string, { type: 'module' });
}
