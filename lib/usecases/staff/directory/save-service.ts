import { isDeepStrictEqual } from 'node:util';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import {
  type FormProblem,
  readServiceForm,
  type Typed,
} from '#lib/domain/referrals/form/read-service-form.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { randomUuid } from '#lib/gateways/hashes.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { insertService, listStored, type StoredService } from '#lib/store/services.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { UNKNOWN } from '#lib/usecases/hsds-reading.ts';

export type SaveRefused =
  | { readonly kind: 'unknown' }
  /** Somebody else has changed the entry since this form was opened. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'form'; readonly problems: readonly FormProblem[] };

interface Sent {
  /** Null: a new entry. */
  readonly id: ServiceId | null;
  /** What `viewService` gave with the form. */
  readonly seen: string;
  readonly typed: Typed;
}

/** Keeps an entry of the directory as its form has it, and says which fields are to mend where some are. */
export async function saveService(
  ctx: StaffContext<'services:edit'>,
  sent: Sent,
): Promise<Result<ServiceId, SaveRefused>> {
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'services');
    const [stored = null] = sent.id === null ? [] : await listStored(tx, [sent.id]);
    const read = readSent(ctx, sent, stored);
    if (!read.ok) return read;
    const service = read.value;
    const before = stored?.service ?? null;
    // Posted again, it is so already.
    if (isDeepStrictEqual(before, service)) return ok(service.id);
    const by = ctx.actor.id;
    await insertService(tx, { service, by, at: ctx.now });
    const action = before ? 'service.changed' : 'service.added';
    const entry = { actor: `staff:${by}`, action, subject: service.id } as const;
    await appendAudit(tx, { ...entry, detail: { fields: changedFields(before, service) } });
    return ok(service.id);
  });
}

function readSent(
  { today }: StaffContext<'services:edit'>,
  { id, seen, typed }: Sent,
  stored: StoredService | null,
): Result<Service, SaveRefused> {
  if (id !== null && !stored) return err({ kind: 'unknown' });
  const before = stored?.service ?? null;
  const given = { id: id ?? randomUuid(), unknown: UNKNOWN, today, before };
  const read = readServiceForm(typed, given);
  if (!read.ok) return err({ kind: 'form', problems: read.error });
  const unseen = stored !== null && String(stored.changedAt) !== seen;
  if (unseen && !isDeepStrictEqual(before, read.value)) return err({ kind: 'changed' });
  return read;
}

function changedFields(before: Service | null, service: Service): readonly string[] {
  const names = Object.keys(service) as (keyof Service)[];
  return names.filter((name) => !before || !isDeepStrictEqual(before[name], service[name]));
}
