import type { Day, Instant } from '#lib/domain/basics/ids.ts';

/** What happens to a comparison. Only appended, never changed; its state is the fold of these. */
export const TRIAL_EVENTS = [
  /** Its author locks it by its hash and asks for approval. */
  'proposed',
  'returned',
  'registered',
  'started',
  'paused',
  'resumed',
  'closed',
  /** Somebody asks to see results before their time, and somebody else signs, or does not. */
  'look_asked',
  'look_signed',
  'look_refused',
  'opened',
  'deviation',
  /** The system found that people were dealt out otherwise than planned. */
  'uneven',
] as const;
export type TrialEventKind = (typeof TRIAL_EVENTS)[number];

export const TRIAL_STATES = [
  'draft',
  'proposed',
  'returned',
  'registered',
  'running',
  'paused',
  'closed',
  'opened',
] as const;
export type TrialState = (typeof TRIAL_STATES)[number];

export interface TrialEvent {
  readonly kind: TrialEventKind;
  /** Null: the system. */
  readonly by: string | null;
  readonly at: Instant;
}

export interface TrialNow {
  readonly state: TrialState;
  readonly author: string;
  /** Who asked to look before the time and waits for a second signature. */
  readonly asked: string | null;
  /** Two people have opened the results before their time. */
  readonly lookedEarly: boolean;
  /** The rule stopped it for harm: it can be closed, and never goes on. */
  readonly harmed: boolean;
  /** Since when nobody has been assigned; null before anybody was, and while people are. */
  readonly ended: Instant | null;
  /** When it was first found that people had been dealt out otherwise than planned: that stays so. Null: never. */
  readonly uneven: Instant | null;
  /** Since it was closed, somebody has written down what went otherwise. */
  readonly explained: boolean;
}

interface Rule {
  readonly from: readonly TrialState[];
  readonly to: TrialState | null;
}

const LOCKED = ['registered', 'running', 'paused', 'closed', 'opened'] as const;
const UNDER_WAY = ['running', 'paused', 'closed'] as const;

const RULES: Readonly<Record<TrialEventKind, Rule>> = {
  proposed: { from: ['draft'], to: 'proposed' },
  returned: { from: ['proposed'], to: 'returned' },
  registered: { from: ['proposed'], to: 'registered' },
  started: { from: ['registered'], to: 'running' },
  paused: { from: ['running'], to: 'paused' },
  resumed: { from: ['paused'], to: 'running' },
  closed: { from: ['running', 'paused'], to: 'closed' },
  look_asked: { from: UNDER_WAY, to: null },
  look_signed: { from: UNDER_WAY, to: null },
  look_refused: { from: UNDER_WAY, to: null },
  opened: { from: ['closed'], to: 'opened' },
  deviation: { from: LOCKED, to: null },
  uneven: { from: UNDER_WAY, to: null },
};

export function trialNow(author: string, events: readonly TrialEvent[]): TrialNow {
  const start: TrialNow = {
    state: 'draft',
    author,
    asked: null,
    lookedEarly: false,
    harmed: false,
    ended: null,
    uneven: null,
    explained: false,
  };
  return events.reduce(next, start);
}

function next(now: TrialNow, { kind, by, at }: TrialEvent): TrialNow {
  const state = RULES[kind].to ?? now.state;
  switch (kind) {
    case 'look_asked':
      return { ...now, asked: by };
    case 'look_signed':
      return { ...now, asked: null, lookedEarly: true };
    case 'look_refused':
      return { ...now, asked: null };
    case 'started':
    case 'resumed':
      return { ...now, state, ended: null };
    case 'paused':
      return { ...now, state, ended: at, harmed: by === null };
    case 'closed':
      return { ...now, state, ended: now.ended ?? at };
    case 'deviation':
      return { ...now, explained: state === 'closed' };
    case 'uneven':
      return { ...now, uneven: now.uneven ?? at };
    default:
      return { ...now, state };
  }
}

/**
 * `own`: it takes somebody else · `late`: it is past that · `early`: its planned day has not come · `asked`: a
 * signature is waited for already, or for none · `soon`: its results would open before anybody's days can be over ·
 * `unfinished`: somebody's days may not be over.
 */
export type TrialRefused = 'own' | 'late' | 'early' | 'asked' | 'soon' | 'unfinished';
type TrialAnswer = 'yes' | TrialRefused;

export interface Asked {
  readonly kind: TrialEventKind;
  /** Null: the system itself. */
  readonly by: string | null;
  readonly today: Day;
  readonly opensOn: Day;
  /** For how many days everybody is followed. */
  readonly days: number;
  /** The last day on which anybody can have been assigned. */
  readonly endedOn: Day | null;
}

/** What else has to hold, beside the state that it stands at. */
const ALSO: Readonly<
  Partial<Record<TrialEventKind, (now: TrialNow, asked: Asked) => TrialAnswer>>
> = {
  proposed: ({ author }, asked) => (asked.by === author ? inTime(asked) : 'own'),
  registered: ({ author }, asked) => (asked.by === author ? 'own' : inTime(asked)),
  returned: ({ author }, { by }) => (by === author ? 'own' : 'yes'),
  resumed: ({ harmed }) => (harmed ? 'late' : 'yes'),
  look_asked: ({ asked, lookedEarly }) => (asked !== null || lookedEarly ? 'asked' : 'yes'),
  look_signed: ({ asked }, { by }) => (asked === null ? 'asked' : by === asked ? 'own' : 'yes'),
  look_refused: ({ asked }) => (asked === null ? 'asked' : 'yes'),
  uneven: ({ uneven }, { by }) => (by !== null ? 'own' : uneven === null ? 'yes' : 'late'),
  opened: ({ explained }, asked) => {
    if (asked.today < asked.opensOn) return 'early';
    return explained || areDaysOver(asked) ? 'yes' : 'unfinished';
  },
};

const inTime = ({ today, opensOn, days }: Asked): TrialAnswer =>
  opensOn < today + days ? 'soon' : 'yes';

/** Whether everybody who can have been assigned has been followed to the end of their last day; day 1 is two dates. */
const areDaysOver = ({ today, days, endedOn }: Asked): boolean =>
  endedOn !== null && today - endedOn > days + 1;

/** Whether this may happen now. Who holds which role is asked elsewhere; this is about the way and the two people. */
export function mayHappen(now: TrialNow, asked: Asked): TrialAnswer {
  const { kind, by } = asked;
  if (!RULES[kind].from.includes(now.state)) return 'late';
  if (by === null && kind !== 'paused' && kind !== 'uneven') return 'own';
  return ALSO[kind]?.(now, asked) ?? 'yes';
}

/** Results are closed until the planned day; two people can open them before, and it shows for ever. */
export function areOpen({ state, lookedEarly }: TrialNow): boolean {
  return state === 'opened' || lookedEarly;
}
