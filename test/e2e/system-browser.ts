/** The recruiter in the system's browser: opens the sign-in address and fills in the real page. */

const MOST_STEPS = 20;

/**
 * Walks from the authorisation address to the loopback address the app listens at.
 *
 * Cookies, redirects and forms are the issuer's own; on its page the button or field that names
 * `account` is chosen.
 */
export async function signInInBrowser(start: string, account: string): Promise<void> {
  const cookies = new Map<string, string>();
  let request: Request = new Request(start);
  for (let step = 0; step < MOST_STEPS; step++) {
    const answer = await fetch(withCookies(request, cookies), { redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location !== null) {
      request = new Request(new URL(location, request.url));
      continue;
    }
    const html = await answer.text();
    const isArrived = new URL(request.url).searchParams.has('code');
    if (isArrived) return;
    const next = submitForm(html, request.url, account);
    if (!next) throw new Error(`The sign-in stopped at ${request.url} (${answer.status}): ${html}`);
    request = next;
  }
  throw new Error('The sign-in goes round in circles.');
}

function withCookies(request: Request, cookies: ReadonlyMap<string, string>): Request {
  const headers = new Headers(request.headers);
  headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
  return new Request(request, { headers });
}

/** The first form that names the account, else the first form. */
function submitForm(html: string, at: string, account: string): Request | undefined {
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gis)];
  const [, head = '', inside = ''] =
    forms.find(([, , text = '']) => decoded(text).includes(account)) ?? forms[0] ?? [];
  if (head === '' && inside === '') return undefined;
  const body = new URLSearchParams();
  for (const [, attributes = ''] of inside.matchAll(/<input\b([^>]*)>/gi)) {
    const kind = attribute(attributes, 'type') ?? 'text';
    const isChoice = kind === 'radio' || kind === 'checkbox';
    if (!isChoice || decoded(attributes).includes(account)) add(body, attributes);
  }
  for (const [, attributes = '', label = ''] of inside.matchAll(
    /<button\b([^>]*)>(.*?)<\/button>/gis,
  )) {
    if (!decoded(attributes + label).includes(account)) continue;
    add(body, attributes);
    break;
  }
  const url = new URL(attribute(head, 'action') ?? at, at);
  return new Request(url, { method: attribute(head, 'method')?.toUpperCase() ?? 'GET', body });
}

function add(body: URLSearchParams, attributes: string): void {
  const name = attribute(attributes, 'name');
  if (name !== undefined) body.append(name, attribute(attributes, 'value') ?? '');
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`, 'i').exec(attributes)?.[1];
  return found === undefined ? undefined : decoded(found);
}

function decoded(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');
}
