import http from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Input } from '../../support/generate-input.ts';

export interface Received {
  /** 0: hung up on, as a server may that answers before it has read everything. */
  readonly status: number;
  readonly body: string;
}

const HUNG_UP = new Set(['ECONNRESET', 'EPIPE']);

/** Sends a request as it is, odd or not; the connection is kept. */
export function sendInput(origin: string, agent: http.Agent, input: Input): Promise<Received> {
  const { port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const length = input.body === null ? {} : { 'content-length': String(input.body.length) };
    const request = http.request({
      host: '127.0.0.1',
      port,
      agent,
      method: input.method,
      path: input.path,
      headers: { host, ...input.headers, ...length },
    });
    request.on('response', (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (HUNG_UP.has(error.code ?? '')) resolve({ status: 0, body: '' });
      else reject(error);
    });
    request.end(input.body ?? undefined);
  });
}

/** What no client library would put on the wire. Each ends the connection, answered or not. */
export const UNSPEAKABLE = [
  'GET /en HTTP/1.1\r\n\r\n',
  'GET /en HTTP/9.9\r\nHost: x\r\n\r\n',
  'get /en HTTP/1.1\r\nHost: x\r\n\r\n',
  'GARBAGE /en HTTP/1.1\r\nHost: x\r\n\r\n',
  'TRACE /en HTTP/1.1\r\nHost: x\r\n\r\n',
  'CONNECT elsewhere.test:443 HTTP/1.1\r\nHost: x\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET http://elsewhere.test/en/staff HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /en\u0000 HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /en HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
  'GET /en HTTP/1.1\r\nHost: x\r\nA\u0000: b\r\n\r\n',
  'GET /en HTTP/1.1\nHost: x\n\n',
  'GET /en HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  'POST /en/check HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'POST /en/check HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\na=b',
  'POST /en/check HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\na=b',
  'POST /en/check HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\na=b',
  'POST /en/check HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n',
  'POST /en/check HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\na=b',
  `GET /en HTTP/1.1\r\nHost: x\r\n${'A: b\r\n'.repeat(3_000)}\r\n`,
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001',
  '\r\n\r\n\r\n',
  'GET\r\n\r\n',
  '',
];

/** Everything that comes back until the other side, or we, hang up. */
export function sendBytes(origin: string, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let seen = '';
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      seen += chunk;
      socket.end();
    });
    socket.on('error', () => resolve(seen)); // hung up on: as good an answer as any
    socket.on('close', () => resolve(seen));
    socket.write(Buffer.from(bytes, 'latin1'), () => socket.end());
  });
}
