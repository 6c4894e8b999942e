import { isoDate } from '#lib/domain/basics/day.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isWhole, type Service } from '#lib/domain/referrals/service.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findService, insertService } from '#lib/store/services.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export const SERVICE_CHANGES = ['confirmed', 'paused', 'reopened'] as const;
export type ServiceChangeKind = (typeof SERVICE_CHANGES)[number];

/** Confirms that an entry is still true today, hides it from visitors, or shows it again. */
export async function changeService(
  ctx: StaffContext<'services:edit'>,
  id: ServiceId,
  change: ServiceChangeKind,
): Promise<Result<void, 'unknown'>> {
  const facts = {
    confirmed: { assuredDate: isoDate(ctx.today) },
    paused: { paused: true },
    reopened: { paused: false },
  }[change];
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'services');
    const service = await findService(tx, id);
    if (!service) return err('unknown');
    // Visitors could not call it: there is no such button either.
    if (change === 'reopened' && !isWhole(service)) return err('unknown');
    const changed: Service = { ...service, ...facts };
    // Posted again, or by a colleague at the same time: it is so already.
    if (changed.assuredDate === service.assuredDate && changed.paused === service.paused) {
      return ok(undefined);
    }
    const by = ctx.actor.id;
    await insertService(tx, { service: changed, by, at: ctx.now });
    const entry = { actor: `staff:${by}`, action: `service.${change}`, subject: id } as const;
    await appendAudit(tx, { ...entry, detail: {} });
    return ok(undefined);
  });
}
