import type { Session, WebContents } from 'electron';

/** The scheme and host of our own pages; the origin owns the data, so it never changes. */
export const ORIGIN = 'app://swt';

/**
 * The policy of every page and worker of ours (ecosystem.md 2, decision Q3).
 *
 * `wasm-unsafe-eval` is for the search kernels; `swt-worker` is the one Trusted Types
 * policy, made where the data worker is started.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types swt-worker',
].join('; ');

/** What a page may do beyond drawing: copy what the recruiter asked to copy. */
const PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Refuses every permission and device that is not on the list, however it is asked for. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    answer(PERMISSIONS.has(permission) && isOurs(contents, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return PERMISSIONS.has(permission) && (origin === ORIGIN || origin === `${ORIGIN}/`);
  });
  session.setDevicePermissionHandler(() => false);
}

function isOurs(contents: WebContents | null, url: string): boolean {
  return contents !== null && isOurPage(url);
}

/** Whether an address is one of our own pages. */
export function isOurPage(url: string): boolean {
  return url === ORIGIN || url.startsWith(`${ORIGIN}/`);
}

/**
 * Keeps a window on the page it was given.
 *
 * No navigation, redirect, new window or webview; a link that may be opened outside goes
 * to `openOutside`, which decides.
 */
export function guardContents(contents: WebContents, openOutside: (url: string) => void): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}
