import { DIRECT } from './entry-point.ts';
import { stagesReached } from './reached.ts';
import { EMPTY_ROW, type PathwayRow } from './row.ts';
import { STAGES, type Stage } from './stages.ts';
import { STEPS } from './steps.ts';
import type { Step, Transition, TransitionOf } from './transition.ts';

type Changes = Partial<PathwayRow>;
type Fold<S extends Step> = (row: PathwayRow, transition: TransitionOf<S>) => Changes;

/** What each step changes. A fact that is fixed once known is written as `row.fact ?? …`. */
const FOLDS: { readonly [S in Step]: Fold<S> } = {
  'consent.set': (_row, { payload }) => ({
    serviceConsent: payload.scopes.includes('service'),
    researchConsent: payload.scopes.includes('research'),
    consentText: payload.textVersion,
  }),
  'screening.started': (row, { payload, day }) => ({
    locale: payload.locale,
    occasion: payload.occasion,
    occasionStage: 'started',
    started: row.started ?? day,
    entryPoint: row.entryPoint ?? payload.entryPoint ?? DIRECT,
  }),
  'screening.completed': (row, { payload, day }) => ({
    occasionStage: 'completed',
    instrument: payload.instrument,
    forms: row.occasionStage === 'completed' ? (row.forms ?? 0) + 1 : 1,
    total: payload.total,
    band: payload.band,
    symptomClass: payload.symptomClass,
    item9: payload.item9,
    difficulty: payload.difficulty,
    completedDay: row.completedDay ?? day,
  }),
  'safety.shown': () => ({}),
  'tier.offered': (row, { payload, policyHash }) => ({
    occasionStage: 'offered',
    tierOffered: payload.tier,
    crisisFloor: payload.crisisFloor,
    offeredPolicy: policyHash,
    // What was decided about an older offer says nothing about this one.
    tierDecided: null,
    decision: null,
    // Known by `crisisFloor`: the first offer may have had no tier at all.
    firstTier: row.crisisFloor === null ? payload.tier : row.firstTier,
  }),
  'result.viewed': (row, { day }) => ({
    occasionStage: 'viewed',
    viewedDay: row.viewedDay ?? day,
  }),
  'tier.decided': (row, { payload, day }) => ({
    tierDecided: payload.tier,
    decision: payload.decision,
    choseDay: payload.decision === 'declined' ? row.choseDay : (row.choseDay ?? day),
  }),
  'intention.stated': (row, { payload, day }) => ({
    t0Day: row.t0Day ?? day,
    ...(payload.phase === 'before_result'
      ? { intentionBefore: row.intentionBefore ?? payload.strength }
      : { intentionAfter: row.intentionAfter ?? payload.strength }),
  }),
  'guidance.requested': (row, { day }) => ({ requestedDay: row.requestedDay ?? day }),
  'guidance.answered': (row, { day }) => ({ answeredDay: row.answeredDay ?? day }),
  'guidance.read': (row, { day }) => ({ readDay: row.readDay ?? day }),
  'guidance.step_taken': (row, { day }) => ({ replyStepDay: row.replyStepDay ?? day }),
  'community.joined': (row, { day }) => ({ inGroup: true, groupDay: row.groupDay ?? day }),
  'community.posted': (row, { day }) => ({
    groupPostDay: day,
    groupPostDays: (row.groupPostDays ?? 0) + (row.groupPostDay === day ? 0 : 1),
  }),
  'community.left': () => ({ inGroup: false }),
  'referral.chosen': (row, { payload, day }) => ({
    service: payload.serviceId,
    serviceDay: row.serviceDay ?? day,
  }),
  'referral.opened': (row, { day }) => ({ referralDay: row.referralDay ?? day }),
  'barriers.reported': (row, { payload, day }) => ({
    barriersTop: payload.top,
    barriersDay: row.barriersDay ?? day,
  }),
  'bridge.shown': () => ({}),
  'bridge.used': () => ({}),
  'experiment.assigned': () => ({}),
  'plan.made': (row, { payload, day }) => ({
    planDay: day,
    planTier: payload.tier,
    plannedDay: row.plannedDay ?? day,
    // What was said of an older plan says nothing about this one.
    reminder: payload.reminder,
    checkinDue: null,
    checkinDay: null,
    went: null,
  }),
  'reminder.sent': () => ({}),
  'reminder.acted': (row, { payload }) => ({
    reminder: payload.outcome === 'cancelled' ? 'none' : row.reminder,
  }),
  'appointment.booked': (row, { day }) => ({ bookedDay: row.bookedDay ?? day }),
  'appointment.cancelled': () => ({}),
  // Taken back, it is as if it had not been recorded; said twice, the first day counts.
  'attendance.recorded': (row, { payload, day }) => {
    const at = payload.evidence === 'code' ? 'attendedCodeDay' : 'attendedSelfDay';
    return { [at]: payload.attended ? (row[at] ?? day) : null };
  },
  'checkin.answered': (_row, { payload, day }) => ({
    checkinDue: payload.due,
    checkinDay: day,
    went: payload.went,
  }),
  'safety.plan': () => ({}),
  'pathway.closed': (row, { day }) => ({ closedDay: row.closedDay ?? day }),
};

/** The row after one more transition. */
export function advance(row: PathwayRow, transition: Transition): PathwayRow {
  const fold = FOLDS[transition.step] as Fold<Step>;
  const engages =
    row.viewedDay !== null && transition.origin === 'user' && STEPS[transition.step].engages;
  const next: PathwayRow = {
    ...row,
    ...fold(row, transition),
    lastSeq: transition.seq,
    engagedDay: row.engagedDay ?? (engages ? transition.day : null),
  };
  return { ...next, furthest: furthestOf(next) };
}

/** The row of a whole history. The order is that of `seq`, however the transitions arrive. */
export function derive(transitions: readonly Transition[]): PathwayRow {
  return [...transitions].sort((a, b) => a.seq - b.seq).reduce(advance, EMPTY_ROW);
}

function furthestOf(row: PathwayRow): Stage | null {
  const reached = new Set(stagesReached(row));
  return STAGES.findLast(({ stage }) => reached.has(stage))?.stage ?? null;
}
