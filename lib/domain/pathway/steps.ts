import type { z } from 'zod';
import { RECORDED } from './payloads.ts';
import type { PathwayRow } from './row.ts';
import type { Origin, Step } from './transition.ts';

interface StepRule {
  readonly origins: readonly Origin[];
  /** The one request that writes it. */
  readonly request: string;
  /** A step of the person's own that, after the first result, shows that they went on. */
  readonly engages: boolean;
  /** On facts present, not on one current state: people skip, return and step back. */
  readonly allowedWhen: (row: PathwayRow) => boolean;
  readonly payload: z.ZodObject;
}

const isCompleted = (row: PathwayRow) => row.completedDay !== null;
const isViewed = (row: PathwayRow) => row.viewedDay !== null;
const isPlanned = (row: PathwayRow) => row.planDay !== null;
const isReminded = (row: PathwayRow) => row.reminder === 'email' || row.reminder === 'push';
/** Agreed to research, and the check found nothing that asks for the crisis floor: an answer of 0, nothing else. */
const mayBeCompared = (row: PathwayRow) =>
  row.researchConsent && row.crisisFloor === false && row.item9 === 0;
const isAt = (stage: PathwayRow['occasionStage']) => (row: PathwayRow) =>
  row.occasionStage === stage;

/** Every step of a pathway: what writes it, who causes it, when it is allowed, what it holds. */
export const STEPS: { readonly [S in Step]: StepRule } = {
  'consent.set': {
    ...RECORDED['consent.set'],
    request: 'POST /check, POST /check/research',
    engages: false,
    allowedWhen: () => true,
  },
  'screening.started': {
    ...RECORDED['screening.started'],
    request: 'POST /check; with screening.completed where answers are given again',
    engages: true,
    allowedWhen: (row) => row.serviceConsent && row.occasionStage !== 'started',
  },
  'screening.completed': {
    ...RECORDED['screening.completed'],
    request: 'POST of the last question, or of the support page after it',
    engages: true,
    // One for each form of the visit.
    allowedWhen: (row) => row.occasionStage === 'started' || row.occasionStage === 'completed',
  },
  'safety.shown': {
    ...RECORDED['safety.shown'],
    request: 'with screening.completed',
    engages: false,
    allowedWhen: (row) => row.started !== null,
  },
  'tier.offered': {
    ...RECORDED['tier.offered'],
    request: 'with screening.completed',
    engages: false,
    allowedWhen: isAt('completed'),
  },
  'result.viewed': {
    ...RECORDED['result.viewed'],
    request: 'first GET of the result',
    engages: false,
    allowedWhen: isAt('offered'),
  },
  'tier.decided': {
    ...RECORDED['tier.decided'],
    request: 'POST of the result, of another step, of not today',
    engages: true,
    allowedWhen: isViewed,
  },
  'intention.stated': {
    ...RECORDED['intention.stated'],
    request: 'POST /check/likely, and again after a step was chosen',
    engages: true,
    allowedWhen: isCompleted,
  },
  'guidance.requested': {
    ...RECORDED['guidance.requested'],
    request: 'POST of a guidance message',
    engages: true,
    // Also from the support page, which comes before the result.
    allowedWhen: isCompleted,
  },
  'guidance.answered': {
    ...RECORDED['guidance.answered'],
    request: "POST of a guide's answer",
    engages: false,
    allowedWhen: (row) => row.requestedDay !== null,
  },
  'guidance.read': {
    ...RECORDED['guidance.read'],
    request: 'first GET of an answered thread',
    engages: true,
    allowedWhen: (row) => row.answeredDay !== null,
  },
  'guidance.step_taken': {
    ...RECORDED['guidance.step_taken'],
    request: 'POST of the step in an answer',
    engages: true,
    allowedWhen: (row) => row.answeredDay !== null,
  },
  'community.joined': {
    ...RECORDED['community.joined'],
    request: 'POST /group',
    engages: true,
    allowedWhen: (row) => row.viewedDay !== null && row.inGroup !== true,
  },
  'community.posted': {
    ...RECORDED['community.posted'],
    request: 'POST of the first post of a day',
    engages: true,
    allowedWhen: (row) => row.inGroup === true,
  },
  'community.left': {
    ...RECORDED['community.left'],
    request: 'POST /group/leave',
    engages: false,
    allowedWhen: (row) => row.inGroup === true,
  },
  'referral.chosen': {
    ...RECORDED['referral.chosen'],
    request: 'POST of the choice of a service',
    engages: true,
    allowedWhen: isCompleted,
  },
  'referral.opened': {
    ...RECORDED['referral.opened'],
    request: 'first GET of how to book a service',
    engages: true,
    allowedWhen: isCompleted,
  },
  'barriers.reported': {
    ...RECORDED['barriers.reported'],
    request: 'POST /next/obstacles',
    engages: true,
    allowedWhen: isViewed,
  },
  'bridge.shown': {
    ...RECORDED['bridge.shown'],
    request:
      'first GET of an idea, of my place with the card that leads to a person, or of what is compared',
    engages: false,
    allowedWhen: isViewed,
  },
  'bridge.used': {
    ...RECORDED['bridge.used'],
    request: 'POST of an idea, or of that card',
    engages: true,
    allowedWhen: isViewed,
  },
  'experiment.assigned': {
    ...RECORDED['experiment.assigned'],
    request: 'first GET of what is compared, before it is shown',
    engages: false,
    allowedWhen: (row) => isViewed(row) && mayBeCompared(row),
  },
  'plan.made': {
    ...RECORDED['plan.made'],
    request: 'POST of the kept plan',
    engages: true,
    allowedWhen: (row) => row.choseDay !== null,
  },
  'reminder.sent': {
    ...RECORDED['reminder.sent'],
    request: 'the worker, when a reminder went out',
    engages: false,
    allowedWhen: isReminded,
  },
  'reminder.acted': {
    ...RECORDED['reminder.acted'],
    request: 'POST /plan/reminder; POST /return from a reminder',
    engages: true,
    allowedWhen: isReminded,
  },
  'appointment.booked': {
    ...RECORDED['appointment.booked'],
    request: 'POST of a check-in, or of the page while waiting',
    engages: true,
    allowedWhen: isViewed,
  },
  'appointment.cancelled': {
    ...RECORDED['appointment.cancelled'],
    request: 'POST of a check-in, or of the page while waiting, where a date stands',
    engages: true,
    allowedWhen: (row) => row.bookedDay !== null,
  },
  'attendance.recorded': {
    ...RECORDED['attendance.recorded'],
    request: 'POST of the desk, of a check-in, or of the page while waiting',
    engages: true,
    allowedWhen: isViewed,
  },
  'checkin.answered': {
    ...RECORDED['checkin.answered'],
    request: 'POST /mine/checkin, POST /mine/waiting',
    engages: true,
    allowedWhen: isPlanned,
  },
  'safety.plan': {
    ...RECORDED['safety.plan'],
    request: 'POST of the first kept safety plan',
    engages: false,
    allowedWhen: (row) => row.started !== null,
  },
  'pathway.closed': {
    ...RECORDED['pathway.closed'],
    request: 'none yet: deleting leaves no row behind',
    engages: false,
    allowedWhen: () => true,
  },
};
