import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import {
  KEPT_OUT,
  sumArms,
  type TrialCounts,
  type TrialPeople,
} from '#lib/domain/evaluation/trials/counts.ts';
import type { PrintedTrial } from '#lib/domain/evaluation/trials/print-trial.ts';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';
import { TRIAL_STAGES } from '#lib/domain/evaluation/trials/table.ts';
import type { Place, Published } from '../cubes.ts';

const write = (cell: Disclosed | undefined) => (cell?.kind === 'shown' ? cell.value : 'suppressed');
const place = (figure: string, group: string, stage: string): Place => ({
  ...{ file: 0, figure, group, stage },
});

/** The counts of the arms, of their bands and of the flow, as the reader of a page has them before them. */
function rowsOf({ arms: ways }: Registration, { table, flow, subgroups }: PrintedTrial) {
  const arms = ['all' as const, ...table.groups].flatMap((group) => {
    const heard = flow?.arms.find(({ arm }) => arm === group)?.counts.heard;
    return [
      ...TRIAL_STAGES.map(({ stage, parent }) => [
        ...['arms', group, stage, parent],
        write(table.cell(group, stage)),
      ]),
      ['arms', group, 'heard', 'followed', write(heard)],
    ];
  });
  const bands = subgroups
    .filter(({ by }) => by === 'band')
    .flatMap(({ groups }) => groups)
    .flatMap(({ group, arms: both }) =>
      both.flatMap(({ followed, attended }, i) => {
        const people = `${ways[i]?.way} ${group}`;
        return [
          ['band', people, 'followed', null, write(followed)],
          ['band', people, 'attended', 'followed', write(attended)],
        ];
      }),
    );
  const kept = flow?.keptOut.map(({ reason, people }) => [
    ...['pool', 'all', reason, 'pool'],
    write(people),
  ]);
  return [...arms, ...bands, ['pool', 'all', 'pool', null, write(flow?.pool)], ...(kept ?? [])];
}

/** All that stands on the page, and what its words say of it. */
export function publishedOf(
  registration: Registration,
  { strata, keptOut }: TrialPeople,
  printed: PrintedTrial,
): Published {
  const kept = keptOut ?? [];
  const sums: readonly TrialCounts[] = sumArms(strata, registration.arms);
  const ways = registration.arms.map(({ way }) => way);
  const { bands } = registration.population;
  const sum = (people: readonly TrialCounts[], stage: string) =>
    people.reduce((so, one) => so + one[stage as 'followed'], 0);
  const outOf = (stage: string) =>
    kept.reduce(
      (so, { reason, people }) => so + ([reason, 'pool'].includes(stage) ? people : 0),
      0,
    );
  return {
    files: [rowsOf(registration, printed)],
    within: ['all', ...ways].map((arm) => [
      place('arms', arm, 'attended'),
      place('arms', arm, 'heard'),
    ]),
    divided: [
      [
        place('pool', 'all', 'pool'),
        [
          place('arms', 'all', 'assigned'),
          ...KEPT_OUT.map((reason) => place('pool', 'all', reason)),
        ],
      ],
      ...ways.flatMap((arm) =>
        (['followed', 'attended'] as const).map((stage): [Place, Place[]] => [
          place('arms', arm, stage),
          bands.map((band) => place('band', `${arm} ${band}`, stage)),
        ]),
      ),
    ],
    truth({ figure, group, stage }) {
      if (figure === 'pool') return outOf(stage) + (stage === 'pool' ? sum(sums, 'assigned') : 0);
      const own =
        figure === 'band'
          ? strata.filter(({ arm, band }) => `${arm} ${band}` === group)
          : sums.filter(({ arm }) => group === 'all' || arm === group);
      return sum(own, stage);
    },
  };
}
