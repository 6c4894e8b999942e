import { z } from 'zod';
import type { Day } from '#lib/domain/basics/ids.ts';
import { CODE, cleanTyped } from '#lib/domain/basics/typed.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';

/** How far away the chosen day is: all that is recorded of it outside the person's own record. */
export const PLAN_WHEN = ['today', '1-3', '4-7', '8-14', 'later'] as const;
export type PlanWhen = (typeof PLAN_WHEN)[number];

export const REMINDERS = ['none', 'email', 'push', 'calendar'] as const;
export type Reminder = (typeof REMINDERS)[number];

/** What somebody can do first, for each step. `own` is in their own words. */
export const FIRST_ACTS = {
  guidance: ['write', 'ask_someone', 'own'],
  community: ['read', 'ask_someone', 'own'],
  face_to_face: ['call', 'book', 'go', 'ask_someone', 'own'],
} as const satisfies Record<Tier, readonly string[]>;
export type FirstAct = (typeof FIRST_ACTS)[Tier][number];

/** The best that could come of it: mental contrasting sets it beside the obstacle (Oettingen 2012, DOI 10.1080/10463283.2011.643698). */
export const OUTCOMES = ['lighter', 'know', 'sleep', 'company', 'other'] as const;

/** The feeling that may come; shame and nerves are what a plan works against (Sheeran, Aubrey & Kellett 2007, DOI 10.1037/0022-006X.75.6.853). */
export const FEELINGS = ['nervous', 'ashamed', 'tired', 'not_bad_enough', 'other'] as const;

/** What to do when it comes. */
export const ANSWERS = ['normal', 'first_minute', 'next_day', 'own'] as const;

/** As much as fits on the slip. */
export const LONGEST_WORDS = 80;

/** Somebody's own words: one line, for their own eyes. */
export const ownWords = z
  .string()
  .transform((text) => cleanTyped(text.replace(/\s+/g, ' ')).trim())
  .pipe(z.string().min(1).max(LONGEST_WORDS));

const acts = [...new Set(Object.values(FIRST_ACTS).flat())] as [FirstAct, ...FirstAct[]];

/** A whole plan, as the person's own record keeps it. */
export const PLAN = z.strictObject({
  tier: z.enum(TIERS),
  service: z.string().regex(CODE).nullable(),
  day: z.int().transform((day) => day as Day),
  /** Of the day, in the deployment's time zone. */
  minute: z.int().min(0).max(1439),
  first: z.enum(acts),
  firstWords: ownWords.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  feeling: z.enum(FEELINGS),
  answer: z.enum(ANSWERS),
  answerWords: ownWords.nullable(),
  reminder: z.enum(REMINDERS),
});
export type Plan = Readonly<z.infer<typeof PLAN>>;

/** A plan that is being made, page by page. */
export type PlanDraft = Partial<Plan> & Pick<Plan, 'tier' | 'service'>;

/** The pages of a plan in their order. */
export const PLAN_PAGES = ['when', 'first', 'feeling', 'answer', 'remind'] as const;
export type PlanPage = (typeof PLAN_PAGES)[number];

/** The first page that a plan still needs; null where only the reminder is open. */
export function missingPage(draft: PlanDraft): Exclude<PlanPage, 'remind'> | null {
  if (draft.day === undefined || draft.minute === undefined) return 'when';
  if (draft.first === undefined) return 'first';
  if (draft.feeling === undefined) return 'feeling';
  return draft.answer === undefined ? 'answer' : null;
}

/** The plan that a draft with its reminder makes; null where a page was left out. */
export function finishPlan(draft: PlanDraft, reminder: Reminder): Plan | null {
  const made = PLAN.safeParse({
    firstWords: null,
    outcome: null,
    answerWords: null,
    ...draft,
    reminder,
  });
  return made.success ? made.data : null;
}

/** How far away a day is, seen from today. */
export function planWhen(today: Day, day: Day): PlanWhen {
  const days = day - today;
  if (days <= 0) return 'today';
  if (days <= 3) return '1-3';
  if (days <= 7) return '4-7';
  return days <= 14 ? '8-14' : 'later';
}
