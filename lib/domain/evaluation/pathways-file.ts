import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import { STAGES } from '#lib/domain/pathway/stages.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { BANDS } from '#lib/domain/screening/band.ts';
import { type Column, type Dataset, NAMED_COLUMNS, type Named } from './dataset.ts';

export interface PathwayRecord extends Named {
  readonly row: PathwayRow;
}

type Kept = Omit<Column<PathwayRecord>, 'read' | 'source'> & {
  readonly key: keyof PathwayRow;
};
const kept = ({ key, ...column }: Kept): Column<PathwayRecord> => ({
  ...column,
  source: 'folded from transitions.csv',
  read: ({ row }) => row[key],
});

/** A day that is fixed once it is known. */
const firstDay = (name: string, key: keyof PathwayRow, label: string) =>
  kept({
    name,
    key,
    type: 'integer',
    label: `Day of ${label}`,
    values: '1 or more, counted from the start',
    emptyWhen: 'it has not happened',
  });

const TIER_VALUES = TIERS.join(' < ');

/** One row a pathway, under the same consent and with the same exclusions as the file of steps. */
export const PATHWAYS_FILE: Dataset<PathwayRecord> = {
  file: 'pathways.csv',
  title: 'Pathways',
  row: 'one pathway: the visits of one person with one return code',
  columns: [
    ...NAMED_COLUMNS,
    kept({
      name: 'occasion',
      key: 'occasion',
      type: 'integer',
      label: 'Number of the latest check that was started',
      values: '0 is the first',
      emptyWhen: 'no check was started',
    }),
    kept({
      name: 'total',
      key: 'total',
      type: 'integer',
      label: 'PHQ-9 total of the latest completed check; earlier ones are in transitions.csv',
      values: '0 to 27',
      emptyWhen: 'no check was completed, or an answer was withheld in the latest',
    }),
    kept({
      name: 'band',
      key: 'band',
      type: 'code',
      label: 'PHQ-9 severity band of the latest completed check',
      values: BANDS.join(' < '),
      emptyWhen: 'as total',
    }),
    kept({
      name: 'first_tier',
      key: 'firstTier',
      type: 'code',
      label: 'Tier of the first offer, under which the funnel counts the pathway',
      values: TIER_VALUES,
      emptyWhen: 'nothing was offered, or the first check could not be added up',
    }),
    kept({
      name: 'tier_offered',
      key: 'tierOffered',
      type: 'code',
      label: 'Tier of the latest offer',
      values: TIER_VALUES,
      emptyWhen: 'nothing was offered, or the latest check could not be added up',
    }),
    kept({
      name: 'policy',
      key: 'offeredPolicy',
      type: 'text',
      label: 'Version of the routing policy of the latest offer',
      values: '64 hexadecimal digits',
      emptyWhen: 'nothing was offered, or no policy was in force',
    }),
    kept({
      name: 'tier_decided',
      key: 'tierDecided',
      type: 'code',
      label: 'Tier of the latest decision',
      values: TIER_VALUES,
      emptyWhen: 'nothing was decided, or the offer was declined without another',
    }),
    kept({
      name: 'decision',
      key: 'decision',
      type: 'code',
      label: 'The latest decision',
      values: 'accepted | declined | stepped_up | stepped_down',
      emptyWhen: 'nothing was decided',
    }),
    kept({
      name: 'intention_before',
      key: 'intentionBefore',
      type: 'integer',
      label: 'First intention stated before a result',
      values: '1 extremely unlikely to 7 extremely likely',
      emptyWhen: 'skipped, or not asked',
    }),
    kept({
      name: 'intention_after',
      key: 'intentionAfter',
      type: 'integer',
      label: 'First intention stated after a step was chosen',
      values: '1 extremely unlikely to 7 extremely likely',
      emptyWhen: 'skipped, or not asked',
    }),
    kept({
      name: 'furthest',
      key: 'furthest',
      type: 'code',
      label: 'Furthest stage ever reached',
      values: STAGES.map(({ stage }) => stage).join(' | '),
      emptyWhen: 'no check was started',
    }),
    firstDay('started_day', 'started', 'the first start of a check'),
    firstDay('completed_day', 'completedDay', 'the first completed check'),
    firstDay('viewed_day', 'viewedDay', 'the first look at a result'),
    firstDay('engaged_day', 'engagedDay', "the first step of the person's own after it"),
    firstDay('t0_day', 't0Day', 'the first stated intention'),
    firstDay('chose_day', 'choseDay', 'the first choice of a step'),
    firstDay('requested_day', 'requestedDay', 'the first message for guidance'),
    firstDay('answered_day', 'answeredDay', 'the first answer to one'),
    firstDay('read_day', 'readDay', 'the first reading of an answer'),
    firstDay('referral_day', 'referralDay', 'the first opening of how to book a service'),
    firstDay('closed_day', 'closedDay', 'closing the pathway'),
  ],
};
