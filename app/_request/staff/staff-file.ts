import { pageHeaders } from '#app/_request/show/headers.ts';
import type { Config } from '#lib/config.ts';

export interface StaffFile {
  /** A neutral name (decision D1). */
  readonly name: string;
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  zip: 'application/zip',
};

/** A file to keep, of the kind that its name says. */
export function staffFile(config: Config, { name, body }: StaffFile): Response {
  const headers = pageHeaders(config, 'personal');
  const kind = name.slice(name.lastIndexOf('.') + 1);
  headers.set('content-type', TYPES[kind] ?? 'application/octet-stream');
  headers.set('content-disposition', `attachment; filename="${name}"`);
  return new Response(body, { headers });
}
