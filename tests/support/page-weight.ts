// What a page costs the person who opens it.
import { brotliCompressSync } from 'node:zlib';
import type { Client } from './client.ts';

/** Bytes after brotli at most, per kind; KB as in the byte budgets of performance tools, 1,024 bytes. */
export const MOST_BYTES = { html: 8 * 1024, css: 12 * 1024, js: 5 * 1024, visit: 60 * 1024 };

export interface PageWeight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly font: number;
  /** HTML as our own server sends it, before any proxy. */
  readonly sent: number;
  /** What a browser with an empty cache asks for, the page itself first; the tab's icon apart. */
  readonly requests: readonly string[];
}

const FILES = {
  css: /<link rel="stylesheet" href="([^"]+)"/g,
  js: /<script[^>]* src="([^"]+)"/g,
  font: /url\(([^)]+\.woff2)\)/g,
};

export async function weighPage(client: Client, path: string): Promise<PageWeight> {
  const { body } = await client.get(path);
  const requests = [path];
  const weigh = async (kind: keyof typeof FILES, text = body) => {
    let bytes = 0;
    for (const file of new Set([...text.matchAll(FILES[kind])].map(([, name = '']) => name))) {
      requests.push(file);
      const headers = { 'accept-encoding': 'br' };
      const answer = await client.send('GET', file, { headers });
      if (answer.status !== 200) throw new Error(`${file} answered ${answer.status}`);
      bytes += Number(answer.headers['content-length']);
    }
    return bytes;
  };
  const css = await weigh('css');
  return {
    html: brotliCompressSync(body).length,
    css,
    js: await weigh('js'),
    font: await weigh('font', await stylesOf(client, body)),
    sent: Buffer.byteLength(body),
    requests,
  };
}

async function stylesOf(client: Client, page: string): Promise<string> {
  const files = [...page.matchAll(FILES.css)].map(([, file = '']) => client.get(file));
  return (await Promise.all(files)).map(({ body }) => body).join('');
}
