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

export const EVERYONE = [
  'guide',
  'moderator',
  'clinician',
  'researcher',
  'administrator',
  'desk',
] as const;
export type Staff = (typeof EVERYONE)[number];

/** Whoever is signed in, and as what. */
const ROLES: Readonly<Partial<Record<Principal, readonly Staff[]>>> = {
  guide: ['guide'],
  moderator: ['moderator'],
  clinician: ['clinician'],
  researcher: ['researcher'],
  administrator: ['administrator'],
  desk: ['desk'],
  'desk elsewhere': ['desk'],
  'two roles': ['clinician', 'researcher'],
  demoted: ['researcher'],
};

export function cells(of: (principal: Principal) => Cell): Cells {
  return Object.fromEntries(PRINCIPALS.map((p) => [p, of(p)])) as Record<Principal, Cell>;
}

export const all = (cell: Cell) => cells(() => cell);

/** Where somebody's check is in this browser, but with less of it than the visitor's. */
export interface Differs {
  /** Came back by a code: no answers, and no session that a check has begun. */
  readonly returned?: Cell;
  /** Nothing is left on the server; what this browser had sealed is still its own. */
  readonly erased?: Cell;
}

export const visitor = (cell: Cell, others: Cell, { returned, erased }: Differs = {}) =>
  cells((p) => {
    if (p === 'returned') return returned ?? cell;
    if (p === 'erased') return erased ?? cell;
    return p === 'visitor' ? cell : others;
  });

/** Whoever is not signed in goes to sign-in, and for the wrong role there is no such page. */
export const staff = (roles: readonly Staff[], cell: Cell) =>
  cells((p) => {
    const own = ROLES[p];
    if (own === undefined) return 'to /staff/sign-in';
    return own.some((role) => roles.includes(role)) ? cell : 'none';
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
export function journey(without: string, get: Cell, post: Cell | null, differs?: Differs): Row {
  const none = all('none');
  const seen = visitor(get, `to ${without}`, differs);
  if (post === null) return handler(seen, none, none);
  return handler(seen, visitor(post, `to ${without}`), all('refused'));
}
export const check = (path: string, get: Cell = 'page', differs?: Differs) =>
  journey('/check/ended', get, `to ${path}`, differs);
export const mine = (path: string, differs: Differs = { erased: 'to /check/ended' }) =>
  journey('/return', 'page', `to ${path}`, differs);
export const ownFile = (differs: Differs) =>
  handler(visitor('page', 'none', differs), all('method'), all('method'));

export const seenBy = (...roles: Staff[]) => drawn(staff(roles, 'page'));
export const doneBy = (back: string, ...roles: Staff[]) =>
  handler(all('method'), staff(roles, `to ${back}`), all('refused'));
export const signedIn = cells((p) => (ROLES[p] === undefined ? 'page' : 'to /staff'));
