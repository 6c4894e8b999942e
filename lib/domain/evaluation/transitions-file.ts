import { REFERRAL_MODES } from '#lib/domain/pathway/payloads.ts';
import { STEP_NAMES, type Step, type Transition } from '#lib/domain/pathway/transition.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { BANDS } from '#lib/domain/screening/band.ts';
import { type Column, type Dataset, NAMED_COLUMNS, type Named, type Value } from './dataset.ts';

export interface TransitionRecord extends Named {
  readonly transition: Transition;
}

type FromPayload = Omit<Column<TransitionRecord>, 'read' | 'emptyWhen' | 'source'> & {
  readonly field: string;
  readonly of: string;
};

/** The field of the payload if the step has one by that name; nothing else of a payload is exported. */
const fromPayload = ({ field, of, ...column }: FromPayload): Column<TransitionRecord> => ({
  ...column,
  emptyWhen: `the step is not ${of}, or it holds none`,
  source: `${of}, payload.${field}`,
  read: ({ transition }) =>
    of.split(' or ').includes(transition.step)
      ? ((transition.payload as Readonly<Record<string, Value>>)[field] ?? null)
      : null,
});

/** That the support page was shown follows from the safety item, whose answer is not exported. */
const LEFT_OUT: ReadonlySet<Step> = new Set(['safety.shown']);

/** The steps of one pathway as they are exported, numbered anew so that no gap tells of one left out. */
export function exportedSteps(history: readonly Transition[]): readonly Transition[] {
  return history
    .filter(({ step }) => !LEFT_OUT.has(step))
    .map((transition, i) => ({ ...transition, seq: i + 1 }));
}

/**
 * Only what the research consent lists (decision R4): the total and the band, the steps taken here, the
 * day counted from the start, the week of the start. No single answer, not even the safety item's or
 * what follows from it by name; no service, which stands for a place; no language; no waiting times of staff.
 */
export const TRANSITIONS_FILE: Dataset<TransitionRecord> = {
  file: 'transitions.csv',
  title: 'Every recorded step',
  row: 'one step of one pathway; read in the order of seq',
  columns: [
    ...NAMED_COLUMNS,
    {
      name: 'seq',
      type: 'integer',
      label: 'Place of the step among those exported of its pathway',
      values: '1, 2, 3 and so on without a gap',
      emptyWhen: 'never',
      source: 'all steps',
      read: ({ transition }) => transition.seq,
    },
    {
      name: 'day',
      type: 'integer',
      label: 'Day counted from the start of the pathway',
      values: '1 or more; the start date and the day after it are both day 1',
      emptyWhen: 'never',
      source: 'all steps',
      read: ({ transition }) => transition.day,
    },
    {
      name: 'step',
      type: 'code',
      label: 'What happened',
      values: STEP_NAMES.filter((step) => !LEFT_OUT.has(step)).join(' | '),
      emptyWhen: 'never',
      source: 'all steps',
      read: ({ transition }) => transition.step,
    },
    {
      name: 'origin',
      type: 'code',
      label: 'Who caused it',
      values: 'user | staff | system',
      emptyWhen: 'never',
      source: 'all steps',
      read: ({ transition }) => transition.origin,
    },
    {
      name: 'policy',
      type: 'text',
      label: 'Version of the routing policy in force',
      values: '64 hexadecimal digits',
      emptyWhen: 'the step does not depend on a policy, or none was in force',
      source: 'tier.offered',
      read: ({ transition }) => transition.policyHash,
    },
    fromPayload({
      name: 'occasion',
      type: 'integer',
      label: 'Number of the check within the pathway',
      values: '0 is the first',
      field: 'occasion',
      of: 'screening.started or screening.completed or tier.offered or result.viewed',
    }),
    fromPayload({
      name: 'total',
      type: 'integer',
      label: 'PHQ-9 total; never prorated',
      values: '0 to 27',
      field: 'total',
      of: 'screening.completed',
    }),
    fromPayload({
      name: 'band',
      type: 'code',
      label: 'PHQ-9 severity band',
      values: BANDS.join(' < '),
      field: 'band',
      of: 'screening.completed',
    }),
    fromPayload({
      name: 'tier',
      type: 'code',
      label: 'Tier of care that was offered or chosen',
      values: TIERS.join(' < '),
      field: 'tier',
      of: 'tier.offered or tier.decided',
    }),
    fromPayload({
      name: 'decision',
      type: 'code',
      label: 'What the person decided about the offer',
      values: 'accepted | declined | stepped_up | stepped_down',
      field: 'decision',
      of: 'tier.decided',
    }),
    fromPayload({
      name: 'ask_again_days',
      type: 'integer',
      label: 'When the person asked to be asked again, in days',
      values: '14 | 30',
      field: 'askAgainDays',
      of: 'tier.decided',
    }),
    fromPayload({
      name: 'intention',
      type: 'integer',
      label: 'How likely to talk with a professional in person in the next 30 days',
      values: '1 extremely unlikely to 7 extremely likely',
      field: 'strength',
      of: 'intention.stated',
    }),
    fromPayload({
      name: 'phase',
      type: 'code',
      label: 'When the intention was asked for',
      values: 'before_result | after_step',
      field: 'phase',
      of: 'intention.stated',
    }),
    fromPayload({
      name: 'mode',
      type: 'code',
      label: 'How the person means to meet the service',
      values: REFERRAL_MODES.join(' | '),
      field: 'mode',
      of: 'referral.chosen',
    }),
    fromPayload({
      name: 'closed',
      type: 'code',
      label: 'Why the pathway was closed',
      values: 'withdrawn | expired',
      field: 'reason',
      of: 'pathway.closed',
    }),
  ],
};
