import type { Ids } from './principals.ts';

/** An address of a route, with things that exist. */
export function addressOf(route: string, ids: Ids): string {
  const id = /people/.test(route) ? ids.person : /inbox/.test(route) ? ids.thread : undefined;
  return route
    .replace('[locale]', 'en')
    .replace('[...unknown]', 'unknown/address')
    .replace('[n]', '3')
    .replace('[hash]', ids.policy)
    .replace('[token]', ids.invitation)
    .replace('[id]', id ?? (/draft/.test(route) ? ids.draft : ids.service));
}
