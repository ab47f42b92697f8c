/** The pages of our Chromium: which are windows of the application's, and which are let go. */
import type { Chromium, DevtoolsSession } from './devtools.ts';

export interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isRedirect: boolean;
}

/** Whoever a page target belongs to. */
export interface PageOwner {
  /** False stops the navigation. */
  mayNavigate(navigation: Navigation): boolean;
  gone(): void;
}

export interface PageTarget {
  readonly targetId: string;
  readonly session: DevtoolsSession;
}

let chromium: Chromium | undefined;
const owners = new Map<string, PageOwner>(); // by target
const ownersByFrame = new Map<string, PageOwner>();
const outside = new Set<string>(); // contexts that are "the system's browser"
const arrived = new Map<string, DevtoolsSession>();
const awaited = new Map<string, (session: DevtoolsSession) => void>();
let lastOutside: string | undefined;

function root(): DevtoolsSession {
  if (!chromium) throw new Error('The stand-in opens no window before the app is ready');
  return chromium.root;
}

/** Called once Chromium runs: from here on every new page waits until it has been looked at. */
export async function attachTargets(to: Chromium): Promise<void> {
  chromium = to;
  const { root: browser } = to;
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const session = to.session(sessionId);
    const { targetId, openerId, browserContextId } = targetInfo;
    if (browserContextId !== undefined && outside.has(browserContextId)) {
      release(session, sessionId);
    } else if (openerId !== undefined && owners.has(openerId)) {
      // A refused popup must run on before it can end: until then it blocks its opener.
      session.send('Runtime.runIfWaitingForDebugger').catch(() => {});
      browser.send('Target.closeTarget', { targetId }).catch(() => {});
    } else {
      const waiting = awaited.get(targetId);
      if (waiting) waiting(session);
      else arrived.set(targetId, session);
    }
  });
  browser.on('Target.detachedFromTarget', ({ targetId }) => {
    if (targetId !== undefined) owners.get(targetId)?.gone();
  });
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }, { exclude: true }],
  });
}

function release(session: DevtoolsSession, sessionId: string): void {
  session
    .send('Runtime.runIfWaitingForDebugger')
    .then(() => root().send('Target.detachFromTarget', { sessionId }))
    .catch(() => {});
}

export async function openPage(owner: PageOwner, size: PageSize): Promise<PageTarget> {
  const { targetId } = await root().send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    ...size,
  });
  owners.set(targetId, owner);
  ownersByFrame.set(targetId, owner); // a page's main frame goes by the page's own id
  const early = arrived.get(targetId);
  arrived.delete(targetId);
  const coming = new Promise<DevtoolsSession>((resolve) => awaited.set(targetId, resolve));
  const session = early ?? (await coming);
  awaited.delete(targetId);
  session.on('Page.frameAttached', ({ frameId }) => ownersByFrame.set(frameId, owner));
  session.on('Page.frameDetached', ({ frameId }) => ownersByFrame.delete(frameId));
  return { targetId, session };
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export function closePage(targetId: string): Promise<unknown> {
  return root().send('Target.closeTarget', { targetId });
}

export function forgetPage(owner: PageOwner): void {
  for (const map of [owners, ownersByFrame]) {
    for (const [id, each] of map) if (each === owner) map.delete(id);
  }
}

/** May the frame go there? Pages outside the application go where they like. */
export function mayNavigate(frameId: string, to: Pick<Navigation, 'url' | 'isRedirect'>): boolean {
  const owner = ownersByFrame.get(frameId);
  return owner?.mayNavigate({ ...to, isMainFrame: owners.has(frameId) }) ?? true;
}

/** A page with cookies of its own, in no window of the application's: the system's browser. */
export async function openOutside(url: string): Promise<void> {
  const { browserContextId } = await root().send('Target.createBrowserContext', {
    disposeOnDetach: true,
  });
  outside.add(browserContextId);
  const before = lastOutside;
  lastOutside = browserContextId;
  await root().send('Target.createTarget', { url, browserContextId, background: true });
  if (before !== undefined) {
    root()
      .send('Target.disposeBrowserContext', { browserContextId: before })
      .catch(() => {});
  }
}
