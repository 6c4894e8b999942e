import { INTENDER_FROM } from '#lib/domain/basics/intention.ts';
import { steppedOut } from './stepping-out.ts';
import type { Step, Transition, TransitionOf } from './transition.ts';

/** Severity from which a person counts as in need on the PHQ-9 (Kroenke, Spitzer & Williams 2001, DOI 10.1046/j.1525-1497.2001.016009606.x). */
const NEED_FROM = 10;
/** Without a step of one's own for so long after the result, somebody stopped there (measurement.md A3). */
const STOP_DAYS = 7;
/** On "Did that give you what you needed?", 0 to 4. */
const NEED_MET_FROM = 3;
/** Distinct days of help without a name, by a guide or in a group, from which it can stand in the place of care. */
export const SUBSTITUTE_DAYS = 2;
/** Days from t0 by which that is asked (measurement.md A3). */
export const SUBSTITUTED_BY = [30, 90] as const;

const INFORMAL: ReadonlySet<string> = new Set([
  'family',
  'friends',
  'online_community',
  'religious_leader',
]);
const PROFESSIONAL: ReadonlySet<string> = new Set([
  'professional_in_person',
  'professional_remote',
]);

/** Who says that somebody went: asked apart, never merged. */
export type Attended = 'both' | 'clinic_only' | 'self_only' | 'neither';

/** Orbell & Sheeran 1998, DOI 10.1111/j.2044-8309.1998.tb01162.x. */
export type Quadrant =
  | 'inclined_actor'
  | 'inclined_abstainer'
  | 'disinclined_actor'
  | 'disinclined_abstainer';

/** What is known of one pathway's gap between intention and behaviour on a day. Days count from 1 at t0. */
export interface GapFacts {
  /** Day of the pathway of the first intention before a result; without one, of the first look at a result. */
  readonly t0: number | null;
  readonly t0Kind: 'intention' | 'viewed' | null;
  /** Null: not asked. */
  readonly intender: boolean | null;
  /** Days from t0 to the cutoff, whatever happened: never from what was done. */
  readonly followed: number;
  readonly attended: Attended;
  /**
   * Day, from t0, on which the first attendance came to be known that stands: told by the person, or recorded by a
   * clinic. Somebody who tells of a visit may have been there days before. Null without one, and where it lies before t0.
   */
  readonly attendedAt: number | null;
  /** Day, from t0, of the last check-in in which they answered how it went and had told of no visit yet; null without one. */
  readonly heardAt: number | null;
  /** Day, from t0, of stepping out that no later step undid (`stepping-out.ts`). Who went all the same has gone. */
  readonly steppedOutAt: number | null;
  readonly bookedAt: number | null;
  /** Days between booking and attendance, and on how many of them anonymous help was used meanwhile. */
  readonly waited: number | null;
  readonly usedWhileWaiting: number;
  /** Null while fewer than 7 days have passed since the result. */
  readonly stoppedAtResult: boolean | null;
  /** The stop, and the person's own word that it was enough. */
  readonly satisfiedByResult: boolean | null;
  /** Of the days by which it is asked, those by which help without a name stood in the place of care. */
  readonly anonymousSubstitution: readonly number[];
  readonly socialSubstitution: boolean;
}

/** What the steps up to a day say; a later step never changes it. */
export function gapFacts(transitions: readonly Transition[], cutoff: number): GapFacts {
  const known = transitions.filter(({ day }) => day <= cutoff).toSorted((a, b) => a.seq - b.seq);
  const origin = originOf(known);
  const { t0 } = origin;
  // What was before t0 is no answer to it.
  const since = (day: number | null) =>
    day === null || day < (t0 ?? day) ? null : Math.max(1, day - (t0 ?? day));
  const visit = attendance(known);
  const booked = of(known, 'appointment.booked')[0]?.day ?? null;
  const used = daysOf(known, ANONYMOUS);
  return {
    ...origin,
    followed: t0 === null ? 0 : cutoff - t0,
    attended: visit.kind,
    attendedAt: since(firstOf(visit.days.filter((day) => day >= (t0 ?? day)))),
    heardAt: since(heard(known, visit.self)),
    steppedOutAt: since(steppedOut(known)),
    bookedAt: since(booked),
    ...waiting(booked, firstOf(visit.days), used),
    ...stopped(known, cutoff),
    anonymousSubstitution: stayedInNeed(known)
      ? SUBSTITUTED_BY.filter((days) => {
          const isBy = (day: number) => t0 !== null && day <= t0 + days;
          return (
            used.filter(isBy).length >= SUBSTITUTE_DAYS &&
            ![booked, ...visit.days].some((day) => day !== null && isBy(day))
          );
        })
      : [],
    socialSubstitution: informalAlone(known),
  };
}

/** Where days are counted from, and whether somebody means to go. */
function originOf(known: readonly Transition[]): Pick<GapFacts, 't0' | 't0Kind' | 'intender'> {
  const stated = of(known, 'intention.stated').find(
    ({ payload }) => payload.phase === 'before_result',
  );
  if (stated) {
    const intender = stated.payload.strength >= INTENDER_FROM;
    return { t0: stated.day, t0Kind: 'intention', intender };
  }
  const viewed = of(known, 'result.viewed')[0];
  return { t0: viewed?.day ?? null, t0Kind: viewed ? 'viewed' : null, intender: null };
}

function waiting(
  from: number | null,
  to: number | null,
  used: readonly number[],
): Pick<GapFacts, 'waited' | 'usedWhileWaiting'> {
  if (from === null || to === null) return { waited: null, usedWhileWaiting: 0 };
  const between = used.filter((day) => day > from && day < to);
  return { waited: to - from, usedWhileWaiting: between.length };
}

/** Only in a window that is closed: everybody in it was followed to its end. */
export function quadrantAt(facts: GapFacts, days: number): Quadrant | null {
  const { intender, attendedAt, followed } = facts;
  if (intender === null || followed < days) return null;
  const acted = attendedAt !== null && attendedAt <= days;
  if (intender) return acted ? 'inclined_actor' : 'inclined_abstainer';
  return acted ? 'disinclined_actor' : 'disinclined_abstainer';
}

function of<S extends Step>(known: readonly Transition[], step: S): readonly TransitionOf<S>[] {
  return known.filter((one) => one.step === step) as unknown as readonly TransitionOf<S>[];
}

/** The day of each evidence that was not taken back. */
function attendance(known: readonly Transition[]) {
  const standing = { self_report: null as number | null, code: null as number | null };
  for (const { payload, day } of of(known, 'attendance.recorded')) {
    const { evidence, attended } = payload;
    standing[evidence] = attended ? (standing[evidence] ?? day) : null;
  }
  const days = [standing.self_report, standing.code].filter((day) => day !== null);
  return { kind: kindOf(standing), self: standing.self_report, days };
}

const firstOf = (days: readonly number[]) => (days.length === 0 ? null : Math.min(...days));

/** Who would rather not say has not answered. */
function heard(known: readonly Transition[], toldOfVisit: number | null): number | null {
  const answers = of(known, 'checkin.answered').filter(
    ({ payload, day }) => payload.went !== 'declined' && day < (toldOfVisit ?? Infinity),
  );
  return answers.at(-1)?.day ?? null;
}

function kindOf({
  self_report: self,
  code,
}: Record<'self_report' | 'code', number | null>): Attended {
  if (code !== null) return self === null ? 'clinic_only' : 'both';
  return self === null ? 'neither' : 'self_only';
}

const MESSAGES: readonly Step[] = ['guidance.requested', 'guidance.read'];
const ANONYMOUS: readonly Step[] = [...MESSAGES, 'community.joined', 'community.posted'];

const daysOf = (known: readonly Transition[], steps: readonly Step[]) => [
  ...new Set(known.filter(({ step }) => steps.includes(step)).map(({ day }) => day)),
];

/** The days on which messages were written to a guide, or read. */
export const messageDays = (known: readonly Transition[]): readonly number[] =>
  daysOf(known, MESSAGES);

/** In need at the first check and at the latest of at least two. */
function stayedInNeed(known: readonly Transition[]): boolean {
  const totals = of(known, 'screening.completed')
    .filter(({ payload }) => payload.instrument === 'phq-9')
    .map(({ payload }) => payload.total ?? 0);
  return (
    totals.length >= 2 && [totals[0], totals.at(-1)].every((total) => (total ?? 0) >= NEED_FROM)
  );
}

function stopped(
  known: readonly Transition[],
  cutoff: number,
): Pick<GapFacts, 'stoppedAtResult' | 'satisfiedByResult'> {
  const viewed = of(known, 'result.viewed')[0];
  if (!viewed || cutoff < viewed.day + STOP_DAYS) {
    return { stoppedAtResult: null, satisfiedByResult: null };
  }
  const soon = known.filter(({ seq, day }) => seq > viewed.seq && day <= viewed.day + STOP_DAYS);
  const stoppedAtResult = !soon.some(goesOn);
  const enough =
    of(known, 'tier.decided').some(({ payload }) => payload.reason === 'got_what_i_needed') ||
    of(known, 'checkin.answered').some(({ payload }) => (payload.needMet ?? 0) >= NEED_MET_FROM);
  return { stoppedAtResult, satisfiedByResult: stoppedAtResult && enough };
}

/** A step of one's own. "Not today" is none: it is the stop itself, said aloud. */
function goesOn({ origin, step, payload }: Transition): boolean {
  if (origin !== 'user' || step === 'consent.set') return false;
  return !(step === 'tier.decided' && payload.decision === 'declined');
}

/** Somebody close gave what was needed, no professional was asked, and the need is still there. */
function informalAlone(known: readonly Transition[]): boolean {
  const last = of(known, 'screening.completed').at(-1);
  if ((last?.payload.total ?? 0) < NEED_FROM) return false;
  return of(known, 'checkin.answered').some(
    ({ payload: { sought, needMet } }) =>
      (needMet ?? 0) >= NEED_MET_FROM &&
      sought.some((one) => INFORMAL.has(one)) &&
      !sought.some((one) => PROFESSIONAL.has(one)),
  );
}
