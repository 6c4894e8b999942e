import type { PathwayId } from '#lib/domain/basics/ids.ts';
import { DIRECT, listedEntry } from '#lib/domain/pathway/entry-point.ts';
import type { NewTransition } from '#lib/domain/pathway/transition.ts';
import { getInstrument } from '#lib/domain/screening/instruments.ts';
import { firstForm, type LongForm, type Topic } from '#lib/domain/screening/topics.ts';
import { uuidFrom } from '#lib/gateways/hashes.ts';
import { deriveKey } from '#lib/gateways/seal.ts';
import { beginPathway } from '#lib/store/record-steps.ts';
import type { Check, Context } from '#lib/usecases/context.ts';

/** Version of the words a person agrees to on "Before you start"; raised when their meaning changes. */
export const SERVICE_CONSENT_TEXT = 'service-2026-12';

const openItems = (form: LongForm) => getInstrument(form).items.map(() => null);

export function emptyCheck(topic: Topic): Check {
  const asked = { items: openItems('phq-9'), worry: openItems('gad-7'), difficulty: null };
  return { topic, ...asked, care: null, signs: null, done: false };
}

/**
 * Begins a pathway: consent to the service, then the first screening. The pathway's id comes from
 * the form's key and the topic, so a post sent five times begins one.
 * `from`: what the address said of the way here; only a listed code is kept.
 * @returns null where that pathway has gone on since: an old form is no way into what came after it.
 */
export async function startCheck(
  ctx: Context & { readonly key: string },
  topic: Topic,
  from: string | null,
): Promise<{ readonly pathwayId: PathwayId; readonly check: Check } | null> {
  const id = uuidFrom(deriveKey(ctx.secrets.formKey, `pathway ${topic} ${ctx.key}`));
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
      payload: {
        instrument: firstForm(topic),
        locale: ctx.locale,
        occasion: 0,
        ageBand: 'adult',
        entryPoint: listedEntry(ctx.config.entryPoints, from) ?? DIRECT,
      },
    },
  ];
  const target = { id: pathwayId, key: ctx.key, today: ctx.today };
  const begun = await beginPathway(ctx.db, target, steps);
  if (!('row' in begun) || begun.row.lastSeq > steps.length) return null;
  return { pathwayId, check: emptyCheck(topic) };
}
