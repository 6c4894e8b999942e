import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { finishPage, withoutRuntime } from '#lib/run/web/finish-page.ts';

const OURS = '<script type="module" src="/assets/thread.0123456789.js" nonce="n"></script>';
const THEIRS = [
  '<link rel="preload" as="script" fetchPriority="low" nonce="n" href="/_next/static/chunks/webpack.js"/>',
  '<script src="/_next/static/chunks/main-app.js" async="" nonce="n"></script>',
  '<script nonce="n">self.__next_f.push([1,"1:\\"$Sreact.fragment\\"\n"])</script>',
];
const STYLE = '<link rel="preload" href="/assets/site.css" as="style"/>';
const TEXT = '<textarea>&lt;script&gt;看 my text&lt;/script&gt;</textarea>';
const PAGE = `<head>${THEIRS[0]}${STYLE}${THEIRS[1]}</head>${OURS}${TEXT}${THEIRS[2]}</body>`;
const PLAIN = `<head>${STYLE}</head>${OURS}${TEXT}</body>`;

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** What arrives of an answer that passes through it. */
async function answered(write: (response: ServerResponse) => void, method = 'GET') {
  const server = createServer((_request, response) => {
    finishPage(response);
    write(response);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method, redirect: 'manual' });
  const { status, headers } = answer;
  return { status, headers, length: headers.get('content-length'), body: await answer.text() };
}

it('keeps our scripts, the style sheet and what somebody wrote', () => {
  expect(withoutRuntime(PAGE)).toBe(PLAIN);
});

it('sends a page whole, with its length, however it was cut into pieces', async () => {
  const bytes = Buffer.from(PAGE);
  for (const size of [7, 100, bytes.length]) {
    const { body, length } = await answered((response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.flushHeaders();
      for (let at = 0; at < bytes.length; at += size) response.write(bytes.subarray(at, at + size));
      response.end();
    });
    expect(body).toBe(PLAIN);
    expect(length).toBe(String(Buffer.byteLength(PLAIN)));
  }
});

it('mends a length that was said before', async () => {
  const { body, length } = await answered((response) => {
    response.setHeader('content-type', 'text/html');
    response.setHeader('content-length', Buffer.byteLength(PAGE));
    response.end(PAGE);
  });
  expect([body, length]).toEqual([PLAIN, String(Buffer.byteLength(PLAIN))]);
});

it('lets a file pass as it comes, and answers HEAD with the length alone', async () => {
  let sent = 0;
  const file = await answered((response) => {
    response.setHeader('content-type', 'text/csv');
    response.write(PAGE);
    sent = response.headersSent ? 1 : 0;
    response.end();
  });
  expect([file.body, sent]).toEqual([PAGE, 1]);
  const head = await answered((response) => {
    response.setHeader('content-type', 'text/html');
    response.end(PAGE);
  }, 'HEAD');
  expect(head.length).toBe(String(Buffer.byteLength(PLAIN)));
});

it('answers with the status that a page says', async () => {
  for (const [said, wait] of [
    [404, null],
    [503, '60'],
  ] as const) {
    const { status, headers, body } = await answered((response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<head><meta name="handrail-status" content="${said}"/></head>${TEXT}`);
    });
    expect([status, headers.get('retry-after')]).toEqual([said, wait]);
    expect(body).toBe(`<head></head>${TEXT}`);
  }
});

it('says so in a line where a page would be empty without the runtime', async () => {
  const { status, headers, body } = await answered((response) => {
    response.statusCode = 404;
    response.setHeader('content-type', 'text/html');
    response.end(`<!DOCTYPE html><html id="__next_error__"><head></head>${THEIRS[2]}</html>`);
  });
  expect([status, headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
  expect(body).toContain('/en/help');
  const led = await answered((response) => {
    response.statusCode = 307;
    response.setHeader('content-type', 'text/html');
    response.setHeader('location', '/en/staff/sign-in');
    response.end('<html id="__next_error__"></html>');
    response.end();
  });
  expect([led.status, led.body]).toEqual([307, '']);
});
