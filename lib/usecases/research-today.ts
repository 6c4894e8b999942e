import { can } from '#lib/domain/access/permission.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import {
  KEPT_DAYS,
  mayDecideOn,
  type RequestState,
} from '#lib/domain/evaluation/package/request.ts';
import { areOpen } from '#lib/domain/evaluation/trials/state.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { type ExportRequest, listRequests } from '#lib/store/exports.ts';
import { listTrials } from '#lib/store/trials.ts';
import type { StaffContext } from './context.ts';

interface AskedPackage {
  readonly id: string;
  readonly study: string;
  readonly asked: LocalTime;
}

interface NamedTrial {
  readonly id: string;
  readonly title: string;
}

/** What research waits for this person; a list that the roles do not reach is empty. */
export interface ResearchToday {
  /** Packages that others asked for. */
  readonly packages: readonly AskedPackage[];
  /** Comparisons that others locked and asked approval for. */
  readonly trials: readonly NamedTrial[];
  /** Comparisons whose results others want to see before their time. */
  readonly looks: readonly NamedTrial[];
  /** This person's own packages, and how they stand. */
  readonly mine: readonly (AskedPackage & {
    readonly state: RequestState;
    /** Can be got until; null where it cannot be got. */
    readonly until: Day | null;
  })[];
}

export async function researchToday(ctx: StaffContext): Promise<ResearchToday> {
  const { roles, id: me } = ctx.actor;
  const may = {
    decide: can(roles, 'research:approve'),
    ask: can(roles, 'research:export'),
    sign: can(roles, 'trials:approve'),
  };
  const [requests, trials] = await Promise.all([
    may.decide || may.ask ? listRequests(ctx.db) : [],
    may.sign ? listTrials(ctx.db) : [],
  ]);
  const toDecide = requests.filter(
    ({ state, asker }) => may.decide && mayDecideOn(state, asker?.id ?? null, me) === 'yes',
  );
  const mine = requests.filter((request) => may.ask && isMyNews(ctx, request));
  const named = ({ id, registration }: (typeof trials)[number]) => ({
    id,
    title: registration.title,
  });
  return {
    packages: toDecide.map((request) => askedOf(ctx, request)),
    trials: trials
      .filter(({ author, now }) => now.state === 'proposed' && author.id !== me)
      .map(named),
    looks: trials
      .filter(({ now }) => now.asked !== null && now.asked !== me && !areOpen(now))
      .map(named),
    mine: mine.map((request) => ({
      ...askedOf(ctx, request),
      state: request.state,
      until:
        request.state === 'ready' && request.expiresAt !== null
          ? localTime(request.expiresAt, ctx.config.timeZone).day
          : null,
    })),
  };
}

const askedOf = (
  { config }: StaffContext,
  { id, study, askedAt }: ExportRequest,
): AskedPackage => ({
  id,
  study: study.name,
  asked: localTime(askedAt, config.timeZone),
});

/** No news to whoever asked: its files are removed, or they took it back themselves. */
const OVER: ReadonlySet<RequestState> = new Set(['ended', 'withdrawn']);
const UNDER_WAY: ReadonlySet<RequestState> = new Set(['asked', 'approved', 'ready']);

/** What came to nothing is told for as long as a package could have been got. */
function isMyNews(
  { actor, now }: StaffContext,
  { asker, state, study, askedAt }: ExportRequest,
): boolean {
  if (asker?.id !== actor.id || study.ended || OVER.has(state)) return false;
  return UNDER_WAY.has(state) || now - askedAt < KEPT_DAYS * 86_400_000;
}
