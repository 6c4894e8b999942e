import type { PathwayId } from '#lib/domain/basics/ids.ts';
import type { NewTransition } from '#lib/domain/pathway/transition.ts';
import { uuidFrom } from '#lib/gateways/hashes.ts';
import { deriveKey } from '#lib/gateways/seal.ts';
import { beginPathway } from '#lib/store/record-steps.ts';
import type { Check, Context } from '#lib/usecases/context.ts';

/** Version of the words a person agrees to on "Before you start"; raised when their meaning changes. */
export const SERVICE_CONSENT_TEXT = 'service-2026-11';

const PHQ9_ITEMS = 9;

export function emptyCheck(): Check {
  const items = Array.from({ length: PHQ9_ITEMS }, () => null);
  return { items, difficulty: null, done: false };
}

/**
 * Begins a pathway: consent to the service, then the first screening. The pathway's id comes from
 * the form's key, so a post sent five times begins one.
 * @returns null where that pathway has gone on since: an old form is no way into what came after it.
 */
export async function startCheck(
  ctx: Context & { readonly key: string },
): Promise<{ readonly pathwayId: PathwayId; readonly check: Check } | null> {
  const id = uuidFrom(deriveKey(ctx.secrets.formKey, `pathway ${ctx.key}`));
  const pathwayId = id as PathwayId;
  const steps: readonly NewTransition[] = [
    {
      step: 'consent.set',
      origin: 'user',
      policyHash: null,
      payload: { scopes: ['service'], textVersion: SERVICE_CONSENT_TEXT },
    },
    {
      step: 'screening.started',
      origin: 'user',
      policyHash: null,
      payload: { instrument: 'phq-9', locale: ctx.locale, occasion: 0, ageBand: 'adult' },
    },
  ];
  const target = { id: pathwayId, key: ctx.key, today: ctx.today };
  const begun = await beginPathway(ctx.db, target, steps);
  if (!('row' in begun) || begun.row.lastSeq > steps.length) return null;
  return { pathwayId, check: emptyCheck() };
}
