import type { Locale } from '#lib/domain/basics/locale.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { Stage } from './stages.ts';
import type { PayloadOf } from './transition.ts';

type Completed = PayloadOf<'screening.completed'>;
type Offered = PayloadOf<'tier.offered'>;
type Decided = PayloadOf<'tier.decided'>;

/** How far the latest screening has come; a new one may start only after the one before is completed. */
export type OccasionStage = 'started' | 'completed' | 'offered' | 'viewed';

/**
 * What is true of one pathway, folded from its transitions. Days count from 1 on the start date.
 * A day, and everything under "first", is fixed once known; everything under "latest" may change.
 */
export interface PathwayRow {
  readonly lastSeq: number;

  // Latest
  readonly locale: Locale | null;
  /** Of the latest screening that was started; 0 is the first. */
  readonly occasion: number | null;
  readonly occasionStage: OccasionStage | null;
  /** The form that a page shows, and how many forms the latest check had. */
  readonly instrument: Completed['instrument'] | null;
  readonly forms: number | null;
  /** Of the latest completed screening: what a page shows must never be older than the last answer 9. */
  readonly total: Completed['total'];
  readonly band: Completed['band'];
  readonly symptomClass: Completed['symptomClass'];
  readonly item9: Completed['item9'] | null;
  readonly difficulty: Completed['difficulty'];
  readonly tierOffered: Offered['tier'];
  readonly crisisFloor: boolean | null;
  readonly offeredPolicy: string | null;
  /** Of the latest offer, as `decision`: null until something is decided about it. */
  readonly tierDecided: Decided['tier'];
  readonly decision: Decided['decision'] | null;
  readonly serviceConsent: boolean;
  readonly researchConsent: boolean;
  readonly consentText: string | null;
  readonly furthest: Stage | null;
  /** Of the latest answer about obstacles; null where none was named. */
  readonly barriersTop: PayloadOf<'barriers.reported'>['top'];
  /** The service chosen last. */
  readonly service: string | null;
  /** Of the latest plan: the days of the check-ins count from it. */
  readonly planDay: number | null;
  readonly planTier: Tier | null;
  readonly reminder: PayloadOf<'plan.made'>['reminder'] | null;
  /** The check-in that was answered last for the latest plan, and what was said of it. */
  readonly checkinDue: PayloadOf<'checkin.answered'>['due'] | null;
  readonly checkinDay: number | null;
  readonly went: PayloadOf<'checkin.answered'>['went'] | null;
  /** What the person says and what the clinic's code says are two facts and stay two. */
  readonly attendedSelfDay: number | null;
  readonly attendedCodeDay: number | null;
  /** Null: never was. */
  readonly inGroup: boolean | null;
  /** Of the latest post in the group, and on how many days there was one: the dose of substitution. */
  readonly groupPostDay: number | null;
  readonly groupPostDays: number | null;

  // First
  /** The tier of the first offer: what a person is counted under, whatever a later check says. */
  readonly firstTier: Offered['tier'];
  readonly entryPoint: string | null;
  readonly intentionBefore: number | null;
  readonly intentionAfter: number | null;
  readonly started: number | null;
  readonly completedDay: number | null;
  readonly viewedDay: number | null;
  /** Day of the first step of the person's own after the first look at a result. */
  readonly engagedDay: number | null;
  /** Day of the first intention: the origin of every figure about the intention-behaviour gap. */
  readonly t0Day: number | null;
  readonly choseDay: number | null;
  readonly requestedDay: number | null;
  readonly answeredDay: number | null;
  readonly readDay: number | null;
  readonly replyStepDay: number | null;
  readonly groupDay: number | null;
  readonly referralDay: number | null;
  readonly barriersDay: number | null;
  readonly serviceDay: number | null;
  readonly plannedDay: number | null;
  readonly bookedDay: number | null;
  readonly closedDay: number | null;
}

export const EMPTY_ROW: PathwayRow = {
  lastSeq: 0,
  locale: null,
  occasion: null,
  occasionStage: null,
  instrument: null,
  forms: null,
  total: null,
  band: null,
  symptomClass: null,
  item9: null,
  difficulty: null,
  tierOffered: null,
  crisisFloor: null,
  offeredPolicy: null,
  tierDecided: null,
  decision: null,
  serviceConsent: false,
  researchConsent: false,
  consentText: null,
  furthest: null,
  barriersTop: null,
  service: null,
  planDay: null,
  planTier: null,
  reminder: null,
  checkinDue: null,
  checkinDay: null,
  went: null,
  attendedSelfDay: null,
  attendedCodeDay: null,
  inGroup: null,
  groupPostDay: null,
  groupPostDays: null,
  firstTier: null,
  entryPoint: null,
  intentionBefore: null,
  intentionAfter: null,
  started: null,
  completedDay: null,
  viewedDay: null,
  engagedDay: null,
  t0Day: null,
  choseDay: null,
  requestedDay: null,
  answeredDay: null,
  readDay: null,
  replyStepDay: null,
  groupDay: null,
  referralDay: null,
  barriersDay: null,
  serviceDay: null,
  plannedDay: null,
  bookedDay: null,
  closedDay: null,
};
