import { z } from 'zod';
import { HASH } from '#lib/domain/basics/typed.ts';
import { RECORDED } from './payloads.ts';

/** Written beside every transition; raised when the meaning of a payload changes. */
export const TRANSITION_SCHEMA_VERSION = 1;

type Recorded = typeof RECORDED;
export type Step = keyof Recorded;
export type PayloadOf<S extends Step> = Readonly<z.infer<Recorded[S]['payload']>>;
export type Origin = Recorded[Step]['origins'][number];

/** What a use case hands to the store, which adds `seq` and `day` in the same transaction. */
export interface NewTransitionOf<S extends Step> {
  readonly step: S;
  readonly origin: Recorded[S]['origins'][number];
  /** The policy version in force, for a step that it decided. */
  readonly policyHash: string | null;
  readonly payload: PayloadOf<S>;
}
export type NewTransition = { [S in Step]: NewTransitionOf<S> }[Step];

/** One recorded step of one pathway, in the order of `seq`. `day` counts from 1 on the start date. */
export interface TransitionOf<S extends Step> extends NewTransitionOf<S> {
  readonly seq: number;
  readonly day: number;
}
export type Transition = { [S in Step]: TransitionOf<S> }[Step];

/** The closed list. A new step needs a figure that uses it and a thought about what it reveals. */
export const STEP_NAMES = Object.keys(RECORDED) as Step[];

const recorded = (step: Step) =>
  z.strictObject({
    seq: z.int().min(1).max(100_000),
    day: z.int().min(1).max(36_600),
    step: z.literal(step),
    origin: z.literal(RECORDED[step].origins),
    policyHash: z.string().regex(HASH).nullable(),
    payload: RECORDED[step].payload,
  });

const [first, ...others] = STEP_NAMES.map(recorded) as [ReturnType<typeof recorded>];

/** Reads a transition, e.g. a row from the database; refuses any key or value it does not know. */
export const TRANSITION = z.discriminatedUnion('step', [
  first,
  ...others,
]) as unknown as z.ZodType<Transition>;
