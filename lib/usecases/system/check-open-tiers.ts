import { TIERS } from '#lib/domain/routing/tier.ts';
import { closeAlert, openAlert } from '#lib/store/alerts.ts';
import { readOpenTiers } from '#lib/store/services.ts';
import type { Context } from '#lib/usecases/context.ts';

/** An alert while a tier that policies lead to is closed; it closes by itself when the tier opens. */
export async function checkOpenTiers(
  ctx: Pick<Context, 'db' | 'now'>,
  communityOpen: boolean,
): Promise<number> {
  const open = await readOpenTiers(ctx.db, { communityOpen });
  for (const tier of TIERS) {
    const alert = { kind: 'tier_closed', subject: tier, at: ctx.now } as const;
    if (open.has(tier)) await closeAlert(ctx.db, { ...alert, by: null });
    else await openAlert(ctx.db, { ...alert, detail: {} });
  }
  return TIERS.length - open.size;
}
