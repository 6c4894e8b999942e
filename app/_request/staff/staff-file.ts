import { pageHeaders } from '#app/_request/show/headers.ts';
import type { Config } from '#lib/config.ts';

export interface StaffFile {
  /** A neutral name (decision D1). */
  readonly name: string;
  readonly body: string | ReadableStream<Uint8Array>;
}

/** A file to keep: CSV, or JSON where its name says so. */
export function staffFile(config: Config, { name, body }: StaffFile): Response {
  const headers = pageHeaders(config, 'personal');
  const type = name.endsWith('.json') ? 'application/json' : 'text/csv';
  headers.set('content-type', `${type}; charset=utf-8`);
  headers.set('content-disposition', `attachment; filename="${name}"`);
  return new Response(body, { headers });
}
