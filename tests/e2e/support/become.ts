import type { BrowserContext } from '@playwright/test';
import type { Client } from '../../support/client.ts';

/** Puts a person's cookies into a browser, in their plain form (the protected ones need https there). */
export async function become(context: BrowserContext, origin: string, client: Client) {
  await context.clearCookies();
  const cookies = [...client.cookies].filter(([name]) => !name.startsWith('__Host-'));
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: origin })));
}
