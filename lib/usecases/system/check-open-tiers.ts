import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import { type Alert, closeAlert, openAlert } from '#lib/store/alerts.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { readPauses } from '#lib/store/roster.ts';
import { listsExamplesOnly } from '#lib/store/services.ts';
import type { Context } from '#lib/usecases/context.ts';

/** The step that each part is. */
const PAUSED = [
  ['guidance', 'guidance'],
  ['group', 'community'],
] as const;

/**
 * An alert while a tier that policies lead to is closed, and one while face-to-face leads to nothing but
 * the examples that Handrail comes with. Each closes by itself.
 */
export async function checkOpenTiers(ctx: Pick<Context, 'db' | 'now' | 'today'>): Promise<number> {
  const { db, now: at, today } = ctx;
  const open = await readOpenTiers(db, { today, now: at });
  const examplesOnly = await listsExamplesOnly(db, today);
  const set = async (alert: Pick<Alert, 'kind' | 'subject'>, is: boolean) => {
    if (is) await openAlert(db, { ...alert, at, detail: {} });
    else await closeAlert(db, { ...alert, at, by: null });
  };
  // What staff closed they know of: it stands on their first page until it opens again.
  const paused = await readPauses(db, at);
  const meant: ReadonlySet<Tier> = new Set(
    PAUSED.filter(([part]) => paused.has(part)).map(([, tier]) => tier),
  );
  for (const tier of TIERS) {
    await set({ kind: 'tier_closed', subject: tier }, !open.has(tier) && !meant.has(tier));
  }
  await set({ kind: 'examples_only', subject: 'directory' }, examplesOnly);
  return TIERS.length - open.size;
}
