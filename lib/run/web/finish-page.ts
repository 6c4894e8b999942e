// The framework sends its browser runtime with each page of staff. None of them has a client component, so React would
// find nothing to do; but it would load 134 KB, and give each text area the value that it came with: what somebody
// had typed until then was set back, and the caret with it.
import type { ServerResponse } from 'node:http';

/** Every script that is no file of ours, and what has the browser load one early. */
const RUNTIME =
  /<script\b(?![^>]*\ssrc="\/assets\/)[^>]*>[\s\S]*?<\/script>|<link\b(?=[^>]*\sas="script")[^>]*>/g;

/** A page cannot choose its status, so it says it: `<meta name="handrail-status" content="404"/>`. */
const STATUS = /<meta name="handrail-status" content="(\d{3})"\/>/;

/** Where the framework gave up, or leads elsewhere, all that it sends is the order to draw a page by script. */
const EMPTY = '<html id="__next_error__">';

/** A page as the framework made it, without the framework's own scripts. */
export function withoutRuntime(page: string): string {
  return page.replace(RUNTIME, '');
}

/** Has an answer hold its page back until it is whole, and sends it as it should be. Files pass as they come. */
export function finishPage(response: ServerResponse): void {
  const flush = response.flushHeaders.bind(response);
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  const parts: Uint8Array[] = [];
  const isPage = () => String(response.getHeader('content-type')).startsWith('text/html');
  const hold = (part: unknown) => {
    if (typeof part === 'string') parts.push(Buffer.from(part));
    else if (part instanceof Uint8Array) parts.push(part);
  };
  response.flushHeaders = () => {
    if (!isPage()) flush();
  };
  response.write = ((...args: unknown[]) => {
    if (!isPage()) return write(...args);
    hold(args[0]);
    return true;
  }) satisfies typeof response.write;
  response.end = ((...args: unknown[]) => {
    if (!isPage() || response.writableEnded) return end(...args);
    hold(args[0]);
    const page = Buffer.from(finished(response, Buffer.concat(parts).toString()));
    response.setHeader('content-length', page.length);
    return end(page);
  }) satisfies typeof response.end;
}

function finished(response: ServerResponse, made: string): string {
  if (made.includes(EMPTY)) {
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    if (response.hasHeader('location')) return '';
    return 'This page could not be made. Help: /en/help\n';
  }
  const status = STATUS.exec(made)?.[1];
  if (status) response.statusCode = Number(status);
  if (status === '503') response.setHeader('retry-after', '60');
  return withoutRuntime(made).replace(STATUS, '');
}
