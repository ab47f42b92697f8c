import type { ServerResponse } from 'node:http';
import type { Account } from './account.ts';

const STYLE = `body{font:18px/1.5 system-ui,sans-serif;margin:0;color:#0b0c0c;background:#fff}
main{max-width:40rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:1.75rem;line-height:1.2}
ul{list-style:none;margin:0;padding:0}
button{font:inherit;display:block;width:100%;min-height:44px;margin:0 0 .5rem;padding:.5rem 1rem;
text-align:left;color:inherit;background:#fff;border:1px solid #505a5f;border-radius:4px;cursor:pointer}
button:hover{background:#f3f2f1}
button:focus-visible{outline:3px solid #0b0c0c;outline-offset:2px}
@media (prefers-color-scheme:dark){body,button{color:#f5f5f5;background:#141618}
button:hover{background:#2a2d30}button:focus-visible{outline-color:#fff}}`;

/** Where the pages' only style comes from: nothing is inline, nothing comes from elsewhere. */
export const STYLE_PATH = '/sign-in.css';

const POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' http://127.0.0.1:*";

/** Sends the style sheet of the pages. */
export function sendStyle(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(STYLE);
}

/** Sends a page; `body` is HTML that this folder wrote. */
export function sendPage(response: ServerResponse, status: number, page: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .end(page);
}

/** Builds a plain page. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)} – Social Work Together</title><link rel="stylesheet" href="${STYLE_PATH}"></head><body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`;
}

/** Builds the list of made-up people, one button each. */
export function choicePage(accounts: readonly Account[]): string {
  const rows = accounts.map(
    (account) =>
      `<li><button name="login" value="${escaped(account.login)}">${escaped(account.name)}<br>${escaped(account.jobTitle)}, ${escaped(account.council)}</button></li>`,
  );
  return page(
    'Who are you today?',
    `<p>These people are made up, so there are no passwords.</p><form method="post"><ul>${rows.join('')}</ul></form>`,
  );
}

/** Makes text safe inside HTML and quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
