import { isDatabaseDown } from '#lib/store/client.ts';

/** For a page that says the rest without the database: nothing of what was asked, instead of a failure. */
export function noneWhenDown(error: unknown): null {
  if (isDatabaseDown(error)) return null;
  throw error;
}
