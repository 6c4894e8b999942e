import { z } from 'zod';
import { cleanTyped } from '#lib/domain/basics/typed.ts';

/**
 * The parts of a safety plan in the order in which they are used, after Stanley & Brown 2012 (Safety Planning
 * Intervention, Cognitive and Behavioral Practice 19:256, DOI 10.1016/j.cbpra.2011.01.001); our own words.
 */
export const SAFETY_PARTS = ['signs', 'myself', 'places', 'people', 'safer'] as const;
export type SafetyPart = (typeof SAFETY_PARTS)[number];

/** Code points for each part: a few short lines, and all of them fit on one printed page. */
export const LONGEST_PART = 500;

const part = z
  .string()
  .transform((text) => cleanTyped(text).trim())
  .refine((text) => [...text].length <= LONGEST_PART);

export const SAFETY_PLAN = z.strictObject(
  Object.fromEntries(SAFETY_PARTS.map((name) => [name, part])) as Record<SafetyPart, typeof part>,
);
export type SafetyPlan = Readonly<z.infer<typeof SAFETY_PLAN>>;

/** A plan with nothing in it is none. */
export function isEmptySafetyPlan(plan: SafetyPlan): boolean {
  return SAFETY_PARTS.every((name) => plan[name] === '');
}
