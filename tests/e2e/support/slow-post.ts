// A post whose end is held back, as over a bad line: the server has the head of it, and waits.
import http from 'node:http';
import type { Answer, Client } from '../../support/client.ts';

export interface SlowPost {
  /** Sends the rest. */
  finish(): Promise<Answer>;
}

export function slowPost(
  client: Client,
  origin: string,
  post: { readonly path: string; readonly body: string },
): SlowPost {
  const { port } = new URL(origin);
  const headers = {
    host: new URL(origin).host,
    origin,
    cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(post.body)),
  };
  const to = { host: '127.0.0.1', port, path: post.path, method: 'POST', headers, agent: false };
  const request = http.request(to);
  const answered = new Promise<Answer>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString('utf8');
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    });
  });
  request.write(post.body.slice(0, 1));
  return {
    finish() {
      request.end(post.body.slice(1));
      return answered;
    },
  };
}
