import { pageHeaders } from '#app/_request/show/headers.ts';
import type { Config } from '#lib/config.ts';

export interface StaffFile {
  /** A neutral name (decision D1). */
  readonly name: string;
  readonly body: string | ReadableStream<Uint8Array>;
}

/** A CSV file to keep. */
export function staffFile(config: Config, { name, body }: StaffFile): Response {
  const headers = pageHeaders(config, 'personal');
  headers.set('content-type', 'text/csv; charset=utf-8');
  headers.set('content-disposition', `attachment; filename="${name}"`);
  return new Response(body, { headers });
}
