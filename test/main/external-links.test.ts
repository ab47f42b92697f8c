import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openExternalSafely, readExternalLink } from '#main/external-links.ts';

const links = { issuerOrigin: 'http://127.0.0.1:4401' };

test.each([
  'https://www.socialworkengland.org.uk/umbraco/surface/searchregister/results',
  'https://socialworkengland.org.uk/',
  'https://www.gov.uk/guidance/x?y=z#w',
  'https://assets.publishing.service.gov.uk/a.pdf',
  'http://127.0.0.1:4401/auth?client_id=swt-desktop',
  'mailto:priya.nair@example.org',
  'mailto:priya@example.org?subject=Coming%20back&body=Hello',
  'tel:+44 7700 900123',
  'tel:020 7946 0123',
])('S10 %s may be opened outside', (url) => {
  expect(readExternalLink(url, links)).not.toBeNull();
});

test.each([
  'http://www.gov.uk/',
  'https://gov.uk.example.org/',
  'https://notgov.uk/',
  'https://gov.uk:8443/',
  'https://me:word@www.gov.uk/',
  'https://www.gov.uk@example.org/',
  'https://example.org/',
  'http://127.0.0.1:4402/auth',
  'http://me@127.0.0.1:4401/auth',
  'file:///etc/passwd',
  'file://host/share',
  '\\\\host\\share',
  'smb://host/share',
  'ms-msdt:/id',
  'search-ms:query=x',
  'javascript:alert(1)',
  'data:text/html,x',
  'app://swt/index.html',
  'vbscript:x',
  'tel:',
  'tel:+44&calc',
  'tel:1234567\n8',
  'mailto:',
  'mailto:a@example.org?attach=/etc/passwd',
  'mailto:a@example.org?subject=x&attachment=y',
  'mailto:a@example.org,b@example.org',
  'mailto:%22a%22%20@example.org',
  'https://www.gov.uk/\u0000',
  'https://www.gov.uk/\u009f',
  ` https://www.gov.uk/${'a'.repeat(3_000)}`,
  '',
  'www.gov.uk',
])('S10 %s is not opened', (url) => {
  expect(readExternalLink(url, links)).toBeNull();
});

test('S10 whatever is let through is https to our hosts, the issuer, mail or telephone', () => {
  const hosts = fc.constantFrom('www.gov.uk', 'gov.uk.evil.org', 'example.org', '127.0.0.1:4401');
  const schemes = fc.constantFrom('https', 'http', 'file', 'javascript', 'mailto', 'tel', 'smb');
  const texts = fc
    .tuple(schemes, fc.constantFrom(':', '://', ':\\\\', '://a@'), hosts, fc.string())
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(texts, fc.string(), fc.webUrl()), (text) => {
      const url = readExternalLink(text, links);
      if (url === null) return;
      const { protocol, hostname, origin, username } = new URL(url);
      expect(username).toBe('');
      const isOurs =
        protocol === 'https:' && /(^|\.)(gov|socialworkengland\.org)\.uk$/.test(hostname);
      const isIssuer = origin === links.issuerOrigin;
      expect(isOurs || isIssuer || protocol === 'mailto:' || protocol === 'tel:').toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('S10 the operating system is handed allowed addresses only, and its failure is an answer', async () => {
  const opened: string[] = [];
  const opener = { openExternal: async (url: string) => void opened.push(url) };
  expect(await openExternalSafely(opener, 'file:///etc/passwd', links)).toBe(false);
  expect(await openExternalSafely(opener, 'https://www.gov.uk/', links)).toBe(true);
  expect(opened).toEqual(['https://www.gov.uk/']);
  const broken = { openExternal: async () => Promise.reject(new Error('no program')) };
  expect(await openExternalSafely(broken, 'https://www.gov.uk/', links)).toBe(false);
});
