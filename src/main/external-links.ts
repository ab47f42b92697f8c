const MOST_CHARACTERS = 2_000;
const HOSTS = ['socialworkengland.org.uk', 'gov.uk'];
const TELEPHONE = /^tel:\+?[0-9() .-]{3,24}$/;
const MAIL_BOX = /^[^\s@/\\?&=<>"',;:|]{1,64}@[a-z0-9.-]{1,253}$/i;
const MAIL_FIELDS = new Set(['subject', 'body']);

/** What may be opened outside the app, beyond the fixed list of hosts. */
export interface ExternalLinks {
  /** The origin of the sign-in service, once the centre has named it. */
  readonly issuerOrigin: string | null;
}

/**
 * Says which address, if any, may be handed to the operating system.
 *
 * https to our list of hosts and the sign-in service, `mailto:` with a subject and a body
 * at most, `tel:`. No credentials, no control characters, nothing that names a file.
 * Total; null means no. Rule S10.
 */
export function readExternalLink(text: string, { issuerOrigin }: ExternalLinks): string | null {
  if (text.length > MOST_CHARACTERS || hasControl(text)) return null;
  if (TELEPHONE.test(text)) return text;
  const url = URL.parse(text);
  if (!url || url.username || url.password) return null;
  if (url.protocol === 'mailto:') return isPlainMail(url) ? url.href : null;
  if (issuerOrigin !== null && url.origin === issuerOrigin) return url.href;
  return url.protocol === 'https:' && url.port === '' && isOurHost(url.hostname) ? url.href : null;
}

function hasControl(text: string): boolean {
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
  }
  return false;
}

function isOurHost(hostname: string): boolean {
  return HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

function isPlainMail(url: URL): boolean {
  const names = [...url.searchParams.keys()];
  return (
    MAIL_BOX.test(safelyDecoded(url.pathname)) &&
    url.hash === '' &&
    names.every((name) => MAIL_FIELDS.has(name))
  );
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** What opens an address outside: `shell` in the product. */
export interface Opener {
  openExternal(url: string): Promise<void>;
}

/** The one call site of `openExternal`; false when the address is not allowed or nothing opens it. */
export async function openExternalSafely(
  opener: Opener,
  text: string,
  links: ExternalLinks,
): Promise<boolean> {
  const url = readExternalLink(text, links);
  if (url === null) return false;
  try {
    await opener.openExternal(url);
    return true;
  } catch {
    return false;
  }
}
