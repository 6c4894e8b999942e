import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import { SEVERE_FROM } from '#lib/domain/routing/floor.ts';
import type { PlacementReason } from '#lib/domain/routing/placement.ts';
import { standInFor } from '#lib/domain/routing/stand-in.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { findTransitions } from '#lib/store/pathways.ts';
import { findPolicy } from '#lib/store/policies.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export type FormTotal = Pick<PayloadOf<'screening.completed'>, 'instrument' | 'total' | 'band'>;

export interface NextStep {
  readonly row: PathwayRow;
  /** What each form of the check came to. */
  readonly forms: readonly FormTotal[];
  /** What is offered first, or what stands in for it where it is closed; null: nothing is pre-chosen. */
  readonly tier: Tier | null;
  /** The offered tier was closed and another stands in. */
  readonly standsIn: boolean;
  /** Neither the offered tier is open nor what stands in for it: help lines and the whole directory. */
  readonly closed: boolean;
  readonly open: ReadonlySet<Tier>;
  readonly policyName: string | null;
  /** Why this step: the rule that chose it, in one code. */
  readonly reason: PlacementReason;
}

/**
 * The next step of a finished check. The first look at a result is recorded once.
 * @returns null where there is no finished check.
 */
export async function viewNextStep(ctx: Omit<VisitorContext, 'key'>): Promise<NextStep | null> {
  const target = { id: ctx.session.pathwayId, key: null, today: ctx.today };
  const [recorded, open] = await Promise.all([
    recordSteps(ctx.db, target, ({ row }) =>
      row.occasionStage === 'offered' && row.occasion !== null
        ? [
            {
              step: 'result.viewed',
              origin: 'user',
              policyHash: null,
              payload: { occasion: row.occasion },
            },
          ]
        : [],
    ),
    readOpenTiers(ctx.db, ctx),
  ]);
  if (!('row' in recorded) || recorded.row.viewedDay === null) return null;
  const { row } = recorded;
  const offered = row.tierOffered;
  const placed = offered === null ? null : standInFor(offered, open);
  const policy = row.offeredPolicy === null ? null : await findPolicy(ctx.db, row.offeredPolicy);
  const forms = await formsOf(ctx, row);
  return {
    row,
    forms,
    tier: placed?.tier ?? null,
    standsIn: placed !== null && placed.tier !== offered,
    closed: placed === null ? open.size === 0 : placed.closed,
    open,
    policyName: policyName(policy?.policy),
    reason: reasonOf(row),
  };
}

/** The row holds the form that is shown first; the others of that check stand in the steps alone. */
async function formsOf(
  { db, session }: Omit<VisitorContext, 'key'>,
  { instrument, forms, occasion, total, band }: PathwayRow,
): Promise<readonly FormTotal[]> {
  if (instrument === null) return [];
  if ((forms ?? 1) === 1) return [{ instrument, total, band }];
  const all = ((await findTransitions(db, session.pathwayId)) ?? []).flatMap((t) =>
    t.step === 'screening.completed' && t.payload.occasion === occasion ? [t.payload] : [],
  );
  // One step that cannot be read takes the others with it; the row is still there.
  return all.length > 0 ? all : [{ instrument, total, band }];
}

/** The floors are named wherever they hold, also where the policy would have said the same. */
function reasonOf(row: PathwayRow): PlacementReason {
  if (row.crisisFloor === true) return 'crisis_floor';
  if (row.tierOffered === null) return 'no_total';
  if (row.instrument === 'phq-9' && (row.total ?? 0) >= SEVERE_FROM) return 'severe_floor';
  return row.offeredPolicy === null ? 'no_policy' : 'policy';
}

function policyName(policy: unknown): string | null {
  const name = (policy as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : null;
}
