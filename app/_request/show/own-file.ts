import type { Config } from '#lib/config.ts';
import { pageHeaders } from './headers.ts';

interface OwnFile {
  /** Neutral: it stands in the list of downloads. */
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** A file for the person alone. */
export function ownFile(config: Config, { name, type, text }: OwnFile): Response {
  const headers = pageHeaders(config, 'personal');
  headers.set('content-type', type);
  headers.set('content-disposition', `attachment; filename="${name}"`);
  return new Response(text, { headers });
}
