import type { Disclosed } from '../disclosure.ts';
import type { Difference } from '../statistics/newcombe.ts';
import { FLOW_STAGES, type Flow, type FlowStage } from './flow.ts';
import type { Effect } from './judge.ts';
import type { PrintedTrial } from './print-trial.ts';
import type { Registration } from './registration.ts';
import type { Subgroups } from './subgroups.ts';
import { READINGS, type Reading, TRIAL_STAGES, type TrialStage } from './table.ts';

/** Columns of the file of a comparison: a row is a count, or a difference of two arms. */
export const TRIAL_COLUMNS = [
  'comparison',
  'part',
  'group',
  'arm',
  'stage',
  'out_of',
  'count',
  'out_of_count',
  /** Of a difference: the first arm minus the second, as a share, with its interval of 95 % and what kind that is. */
  'estimate',
  'lo',
  'hi',
  'interval',
  'verdict',
  /** How chance dealt people out, of the whole comparison: `no_sign` that otherwise than planned, or `uneven`, with no difference. */
  'dealing',
] as const;

type Cells = readonly (string | number | null)[];

/** What the page of a comparison prints. */
interface Printed extends PrintedTrial {
  readonly stages: readonly TrialStage[];
  readonly effect: Readonly<Record<Reading, Effect | null>> | null;
  readonly unevenOn: string | null;
}

const write = (cell: Disclosed) => (cell.kind === 'shown' ? cell.value : 'suppressed');
const NO_DIFFERENCE = [null, null, null, null, null];

interface Counted {
  readonly part: string;
  readonly group?: string;
  readonly arm: string;
  readonly stage: string;
  readonly count: Disclosed;
  readonly of?: readonly [stage: string, count: Disclosed] | null;
}

const countRow = ({ part, group = 'all', arm, stage, count, of = null }: Counted): Cells => [
  ...[part, group, arm, stage, of?.[0] ?? null],
  ...[write(count), of && write(of[1]), ...NO_DIFFERENCE],
];

interface Judged {
  readonly part: string;
  readonly group?: string;
  readonly arms: string;
  readonly stage: string;
  readonly difference: Difference | null;
  readonly kind: Effect['kind'] | null;
  readonly verdict?: Effect['verdict'];
}

function differenceRow({ part, group = 'all', arms, stage, ...of }: Judged): Cells {
  const { diff = null, lo = null, hi = null } = of.difference ?? {};
  const judged =
    diff === null || lo === null || hi === null
      ? ['suppressed', 'suppressed', 'suppressed', null, null]
      : [diff, lo, hi, of.kind, of.verdict ?? null];
  return [part, group, arms, stage, 'followed', null, null, ...judged];
}

/** The numbers of the page, in its order; nothing is computed here. */
export function trialRows(registration: Registration, printed: Printed): readonly Cells[] {
  const { effect, subgroups, flow } = printed;
  const [first, second] = registration.arms.map(({ way }) => way);
  const arms = `${first} minus ${second}`;
  const judged = READINGS.flatMap((stage): readonly Cells[] => {
    if (effect === null) return [];
    const difference = effect[stage];
    const { kind = null, verdict } = difference ?? {};
    return [
      differenceRow({
        part: 'outcome',
        arms,
        stage,
        difference,
        kind,
        ...(verdict && { verdict }),
      }),
    ];
  });
  const rows = [
    ...armRows(printed),
    ...judged,
    ...subgroups.flatMap((one) => groupRows(registration, one, arms)),
    ...(flow ? flowRows(flow) : []),
  ];
  const dealing = printed.unevenOn === null ? 'no_sign' : 'uneven';
  return rows.map((row) => [registration.code, ...row, dealing]);
}

function armRows({ table, stages }: Printed): readonly Cells[] {
  return [...table.groups, 'all' as const].flatMap((arm) =>
    stages.map((stage) => {
      const parent = TRIAL_STAGES.find((one) => one.stage === stage)?.parent ?? null;
      const of = parent && ([parent, table.cell(arm, parent)] as const);
      return countRow({ part: 'arms', arm, stage, count: table.cell(arm, stage), of });
    }),
  );
}

function groupRows(
  { arms }: Registration,
  { by, groups }: Subgroups,
  both: string,
): readonly Cells[] {
  return groups.flatMap(({ group: value, arms: printed, effect: difference }) => {
    const group = `${by}=${value}`;
    const part = 'subgroups';
    return [
      ...printed.map(({ attended, followed }, i) =>
        countRow({
          ...{ part, group, arm: arms[i]?.way ?? '', stage: 'attended', count: attended },
          of: ['followed', followed],
        }),
      ),
      differenceRow({ part, group, arms: both, stage: 'attended', difference, kind: 'newcombe' }),
    ];
  });
}

/** The box of the flow that a box counts people of; who was assigned is of the pool. */
const WITHIN = {
  assigned: null,
  shown: 'assigned',
  followed: 'assigned',
  heard: 'followed',
  analysed: 'followed',
} as const satisfies Record<FlowStage, FlowStage | null>;

function flowRows({ pool, keptOut, arms }: Flow): readonly Cells[] {
  const part = 'flow';
  const of = ['pool', pool] as const;
  return [
    countRow({ part, arm: 'all', stage: 'pool', count: pool }),
    ...keptOut.map(({ reason, people }) =>
      countRow({ part, arm: 'none', stage: reason, count: people, of }),
    ),
    ...arms.flatMap(({ arm, counts }) =>
      FLOW_STAGES.map((stage) => {
        const parent = WITHIN[stage];
        return countRow({
          ...{ part, arm, stage, count: counts[stage] },
          of: parent ? [parent, counts[parent]] : of,
        });
      }),
    ),
  ];
}
