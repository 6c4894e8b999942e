import type { Ids } from './principals.ts';

/** The address in an e-mail that has been stopped, or never was: the page says the same. */
const A_REMINDER = 'A'.repeat(32);

/** An address of a route, with things that exist. */
export function addressOf(route: string, ids: Ids): string {
  const id = /people/.test(route) ? ids.person : /inbox/.test(route) ? ids.thread : undefined;
  return route
    .replace('[locale]', 'en')
    .replace('[...unknown]', 'unknown/address')
    .replace('[n]', '3')
    .replace('[hash]', ids.policy)
    .replace('[token]', /stop/.test(route) ? A_REMINDER : ids.invitation)
    .replace('[id]', id ?? (/draft/.test(route) ? ids.draft : ids.service));
}
