/** What `app://site` answers. */
const PAGE =
  '<!doctype html><html lang="en"><title>Conformance</title><body><main></main></body></html>';
const POLICY = "default-src 'self'; require-trusted-types-for 'script'; trusted-types checks";

export async function answer(request) {
  const { pathname, host } = new URL(request.url);
  if (pathname === '/echo') {
    const { method, url } = request;
    const told = {
      method,
      url,
      host,
      header: request.headers.get('x-a'),
      body: await request.text(),
    };
    return Response.json(told, { status: 201, headers: { 'x-b': 'b' } });
  }
  if (pathname === '/worker.js') {
    const code = 'onmessage = ({ data, ports }) => ports[0].postMessage(data.byteLength);';
    return new Response(code, { headers: { 'content-type': 'text/javascript' } });
  }
  if (pathname === '/missing') return new Response('gone', { status: 404 });
  if (pathname === '/moved') {
    return new Response(null, { status: 302, headers: { location: 'app://site/echo' } });
  }
  const headers = { 'content-type': 'text/html', 'content-security-policy': POLICY };
  return new Response(PAGE, { headers });
}
