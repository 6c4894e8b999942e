import type { Client } from '../../../support/client.ts';

export async function page(client: Client, path: string): Promise<string> {
  const { status, body } = await client.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return body;
}

export function last(html: string, pattern: RegExp): string {
  const found = [...html.matchAll(pattern)].at(-1)?.[1];
  if (!found) throw new Error(`The page holds nothing like ${pattern}`);
  return found;
}
