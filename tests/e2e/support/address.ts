import { TOPIC } from './group-people.ts';
import type { Ids } from './principals.ts';

/** The address in an e-mail that has been stopped, or never was: the page says the same. */
const A_REMINDER = 'A'.repeat(32);

/** An address of a route, with things that exist. */
export function addressOf(route: string, ids: Ids): string {
  return route
    .replace('[locale]', 'en')
    .replace('[...unknown]', 'unknown/address')
    .replace('[n]', '3')
    .replace('[hash]', ids.policy)
    .replace('[token]', /stop/.test(route) ? A_REMINDER : ids.invitation)
    .replace('[topic]', TOPIC)
    .replace('[part]', 'check')
    .replace('[id]', idIn(route, ids));
}

function idIn(route: string, ids: Ids): string {
  const part = PARTS.find((known) => route.includes(known));
  return part === undefined ? ids.service : ids[NAMES[part]];
}

/** What an id is of, by a part of its route; of everything else it is a service's. */
const PARTS = [
  'group',
  'moderate',
  'people',
  'inbox',
  'draft',
  'shift',
  'reports',
  'replies',
  'trials',
] as const;
const NAMES = {
  group: 'post',
  moderate: 'item',
  people: 'person',
  inbox: 'thread',
  draft: 'draft',
  shift: 'shift',
  reports: 'report',
  replies: 'reply',
  trials: 'trial',
} as const;
