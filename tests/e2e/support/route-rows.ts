// What a row of the authorisation matrix says, and the kinds of rows there are.
import { PRINCIPALS, type Principal } from './principals.ts';

/**
 * `page` 200, `none` 404, `refused` 403, `method` 405, `to /x` a redirect to `/en/x`, `start` to the
 * language of the browser, `away` off the site.
 */
export type Cell = 'page' | 'none' | 'refused' | 'method' | 'start' | 'away' | `to ${string}`;
export type Cells = Readonly<Record<Principal, Cell>>;

export interface Row {
  readonly get: Cells;
  /** From our own origin, without a form token. */
  readonly post: Cells;
  /** From a foreign, a missing or a `null` origin. */
  readonly foreign: Cells;
  /** The framework draws a page for any method, and acts on none. */
  readonly drawn: boolean;
}

export type Staff = 'guide' | 'clinician' | 'researcher' | 'administrator' | 'desk';
export const STAFF: readonly Principal[] = [
  'guide',
  'clinician',
  'researcher',
  'administrator',
  'desk',
];

export function cells(of: (principal: Principal) => Cell): Cells {
  return Object.fromEntries(PRINCIPALS.map((p) => [p, of(p)])) as Record<Principal, Cell>;
}

export const all = (cell: Cell) => cells(() => cell);
export const visitor = (cell: Cell, others: Cell) =>
  cells((p) => (p === 'visitor' ? cell : others));

/** Whoever is not signed in goes to sign-in, and for the wrong role there is no such page. */
export const staff = (roles: readonly Staff[], cell: Cell) =>
  cells((p) => {
    if (!STAFF.includes(p)) return 'to /staff/sign-in';
    return (roles as readonly Principal[]).includes(p) ? cell : 'none';
  });

export const handler = (get: Cells, post: Cells, foreign: Cells): Row => ({
  get,
  post,
  foreign,
  drawn: false,
});
export const drawn = (get: Cells): Row => ({ get, post: get, foreign: get, drawn: true });

export const READ = handler(all('page'), all('none'), all('none'));
export const MACHINE = handler(all('page'), all('method'), all('method'));
export const form = (path: string) => handler(all('page'), all(`to ${path}`), all('refused'));

/** A page of the journey; `post` is null where nothing is sent from it. */
export function journey(without: string, get: Cell, post: Cell | null): Row {
  const none = all('none');
  const seen = visitor(get, `to ${without}`);
  if (post === null) return handler(seen, none, none);
  return handler(seen, visitor(post, `to ${without}`), all('refused'));
}
export const check = (path: string, get: Cell = 'page') =>
  journey('/check/ended', get, `to ${path}`);
export const mine = (path: string) => journey('/return', 'page', `to ${path}`);
export const OWN_FILE = handler(visitor('page', 'none'), all('method'), all('method'));

export const seenBy = (...roles: Staff[]) => drawn(staff(roles, 'page'));
export const doneBy = (back: string, ...roles: Staff[]) =>
  handler(all('method'), staff(roles, `to ${back}`), all('refused'));
export const EVERYONE = ['guide', 'clinician', 'researcher', 'administrator', 'desk'] as const;
export const signedIn = cells((p) => (STAFF.includes(p) ? 'to /staff' : 'page'));
