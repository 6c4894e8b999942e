// Loaded before the server in each web process: what must be settled before the framework sees a request.
import '#lib/run/web/manifest-memory.ts';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { finishPage } from '#lib/run/web/finish-page.ts';
import { readStaticFiles, sendStaticFile } from '#lib/run/web/static-files.ts';

/** Headers that only our own proxy or the framework itself may set (advisories of 2025 and 2026). */
const INTERNAL =
  /^(x-middleware-|x-nextjs-|x-nonce$|x-handrail-|x-action-|x-invoke-|x-matched-path$|content-security-policy|next-action$|next-router-|next-url$|rsc$)/;

const LONGEST_ADDRESS = 2048;

/**
 * The framework's own addresses: its error pages would answer 500, and `.rsc` is a second way to every
 * staff page. No page loads any of its files.
 */
const FRAMEWORK = /^\/(_|(404|500)\/?$)|\.rsc\/?$/;

const STAFF = /^\/(en|zh-hans|zh-hant)\/staff(\/|$)/;

/** In no language of ours, or in other letters, it is no address of staff; the framework would take it for one. */
const LIKE_STAFF = /^\/[^/]+\/staff(\/|$)/i;

/**
 * There the framework's proxy holds the whole body in memory before anyone of ours is asked. A form of
 * ours is far smaller, and a browser always says how long it is.
 */
const LONGEST_HELD = 256 * 1024;

/** The one form that sends a file, from a browser that has been signed in; its page asks who it is. */
const UPLOAD = /^\/(en|zh-hans|zh-hant)\/staff\/services\/do\/import\/?$/;
const LONGEST_UPLOAD = 2.5 * 1024 * 1024;
const STAFF_COOKIE = /(^|;\s*)(__Host-)?staff=/;

/** Any other, such as TRACE, would fail inside the framework. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

function admit(request: IncomingMessage, response: ServerResponse): boolean {
  cleanHeaders(request);
  const address = request.url ?? '';
  const path = address.length <= LONGEST_ADDRESS ? readPath(address) : null;
  if (path === null || !METHODS.includes(request.method ?? '')) {
    return refuse(response, 400, 'This is not a request for one of our pages. Start at /\n');
  }
  if (LIKE_STAFF.test(path) && !isShort(request, longestOf(path, request))) {
    return refuse(response, 413, 'This is longer than any form of ours.\n');
  }
  // The page for unknown addresses answers, with the help lines.
  if (isUnknown(path)) request.url = '/unknown';
  else if (STAFF.test(path)) preparePage(request, response);
  return true;
}

const isUnknown = (path: string) =>
  FRAMEWORK.test(path) || (LIKE_STAFF.test(path) && !STAFF.test(path));

function longestOf(path: string, { headers }: IncomingMessage): number {
  const uploads = UPLOAD.test(path) && STAFF_COOKIE.test(headers.cookie ?? '');
  return uploads ? LONGEST_UPLOAD : LONGEST_HELD;
}

function preparePage(request: IncomingMessage, response: ServerResponse): void {
  // Only a page that was made knows its status; Node sends no body in answer to HEAD, whatever is written.
  if (request.method === 'HEAD') request.method = 'GET';
  finishPage(response);
}

function cleanHeaders(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) {
    if (INTERNAL.test(name)) delete request.headers[name];
  }
  request.headers['x-handrail-peer'] = peerOf(request);
  // The framework would look for a server action in it. The form that sends a file reads this instead.
  const type = request.headers['content-type'] ?? '';
  if (/^multipart\//i.test(type)) {
    request.headers['content-type'] = 'application/octet-stream';
    request.headers['x-handrail-multipart'] = type;
  }
}

function refuse(response: ServerResponse, status: 400 | 413, line: string): false {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(line);
  return false;
}

function isShort({ headers }: IncomingMessage, longest: number): boolean {
  if (headers['transfer-encoding'] !== undefined) return false;
  return Number(headers['content-length'] ?? 0) <= longest;
}

/**
 * The decoded path of an origin-form address, or null where it is malformed. `//host` and `/\host`
 * could name another site; a browser never sends a segment of dots.
 */
function readPath(address: string): string | null {
  if (!address.startsWith('/') || /^\/[/\\]/.test(address) || address.includes('\\')) return null;
  try {
    const path = decodeURIComponent(address.split('?')[0] ?? '');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
    return /[\u0000-\u001f]|\/\.{1,2}(\/|$)/.test(path) ? null : path;
  } catch {
    return null;
  }
}

const proxies = Number(process.env['HANDRAIL_PROXIES'] ?? 0) || 0;

/** The address that the nearest trusted proxy saw; without proxies the one that connected. */
function peerOf(request: IncomingMessage): string {
  const direct = request.socket.remoteAddress ?? '';
  const forwarded = request.headers['x-forwarded-for'];
  delete request.headers['x-forwarded-for'];
  if (proxies === 0 || typeof forwarded !== 'string') return direct;
  const hops = forwarded.split(',').map((hop) => hop.trim());
  return hops[hops.length - proxies] ?? direct;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;
const createServer = http.createServer.bind(http) as (...args: unknown[]) => http.Server;
const files = readStaticFiles(join(import.meta.dirname, '../../../public/assets'));

http.createServer = ((...args: unknown[]) => {
  const listener = args.at(-1) as Listener;
  const server = createServer(...args.slice(0, -1), ((request, response) => {
    const file =
      request.method === 'GET' || request.method === 'HEAD'
        ? files.get(request.url ?? '')
        : undefined;
    if (file) sendStaticFile(file, request, response);
    else if (admit(request, response)) listener(request, response);
  }) satisfies Listener);
  server.on('upgrade', (_request, socket) => socket.destroy());
  return server;
}) as typeof http.createServer;
