import { err, ok, type Result } from '../basics/result.ts';
import { unreachable } from '../basics/unreachable.ts';
import type { Reason } from './codes.ts';

/** `kept_hidden`: hidden once more after an appeal, which ends it. */
export const POST_STATES = [
  'held',
  'change_asked',
  'shown',
  'reported',
  'hidden',
  'appealed',
  'kept_hidden',
] as const;
export type PostState = (typeof POST_STATES)[number];

/** A post; `T` names one exact text, so that a decision on another one never counts. */
export interface Post<T> {
  readonly state: PostState;
  readonly text: T;
  /** What the author wrote in its place; it waits beside the text that is shown. */
  readonly pending: T | null;
  /** Why the last text was not shown; null where nothing was held back. */
  readonly reason: Reason | null;
}

export const ITEM_KINDS = ['held', 'edit', 'report', 'appeal'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const DECISIONS = ['show', 'ask', 'hide'] as const;
export type Decision = (typeof DECISIONS)[number];

export type Act<T> =
  | { readonly act: 'edit'; readonly text: T }
  | { readonly act: 'appeal' }
  | { readonly act: 'report' }
  | {
      readonly act: 'decide';
      readonly decision: Decision;
      /** The text that the moderator read. */
      readonly seen: T;
      /** With every decision but `show`. */
      readonly reason: Reason | null;
    };

/** Nobody waits for this · another text stands there now · this cannot be decided about it. */
export type ActRefused = 'settled' | 'changed' | 'not_offered';

/** The one way in, for what is written, restored and imported alike: nothing comes in shown. */
export function enter<T>(text: T): Post<T> {
  return { state: 'held', text, pending: null, reason: null };
}

/** What the public page shows of it; null: nothing. */
export function visibleText<T>({ state, text }: Post<T>): T | null {
  return state === 'shown' ? text : null;
}

const WAITS = { held: 'held', reported: 'report', appealed: 'appeal' } as const;

/** What a moderator has to decide about it; null: nothing. */
export function waitsFor<T>({ state, pending }: Post<T>): ItemKind | null {
  if (state === 'shown') return pending === null ? null : 'edit';
  return state === 'held' || state === 'reported' || state === 'appealed' ? WAITS[state] : null;
}

/** The text that the decision is about. */
export function underDecision<T>(post: Post<T>): T {
  return waitsFor(post) === 'edit' && post.pending !== null ? post.pending : post.text;
}

/** What can be decided: a reported or an appealed text was shown or hidden once, and is so again. */
export function offeredDecisions(kind: ItemKind): readonly Decision[] {
  return kind === 'held' || kind === 'edit' ? DECISIONS : ['show', 'hide'];
}

/** The post after an act. Deleting is none: then there is no post. */
export function advance<T>(post: Post<T>, act: Act<T>): Result<Post<T>, ActRefused> {
  switch (act.act) {
    case 'edit':
      return edited(post, act.text);
    case 'appeal':
      return post.state === 'hidden' ? ok({ ...post, state: 'appealed' }) : err('settled');
    case 'report':
      return post.state === 'shown' ? ok({ ...post, state: 'reported' }) : err('settled');
    case 'decide':
      return decided(post, act);
    default:
      return unreachable(act);
  }
}

/** Whether its author can still write in its place. */
export function mayEdit({ state }: Pick<Post<unknown>, 'state'>): boolean {
  return ['held', 'change_asked', 'shown', 'reported'].includes(state);
}

function edited<T>(post: Post<T>, text: T): Result<Post<T>, ActRefused> {
  if (!mayEdit(post)) return err('settled');
  const seen = post.state === 'shown' || post.state === 'reported';
  return ok(seen ? { ...post, pending: text } : enter(text));
}

function decided<T>(
  post: Post<T>,
  { decision, seen, reason }: Extract<Act<T>, { act: 'decide' }>,
): Result<Post<T>, ActRefused> {
  const kind = waitsFor(post);
  if (kind === null) return err('settled');
  if (seen !== underDecision(post)) return err('changed');
  if (!offeredDecisions(kind).includes(decision)) return err('not_offered');
  if (decision === 'show') return ok({ ...post, ...shownAs(post, kind, seen), reason: null });
  if (reason === null) return err('not_offered');
  // An edit that is not shown changes nothing about the text that is.
  if (kind === 'edit') return ok({ ...post, pending: null, reason });
  if (decision === 'ask') return ok({ ...post, state: 'change_asked', reason });
  const state = kind === 'appeal' ? 'kept_hidden' : 'hidden';
  return ok({ ...post, state, pending: null, reason });
}

/** What was written in the place of a reported text is not shown with it: it waits for a decision of its own. */
function shownAs<T>({ pending }: Post<T>, kind: ItemKind, text: T) {
  return { state: 'shown', text, pending: kind === 'edit' ? null : pending } as const;
}
