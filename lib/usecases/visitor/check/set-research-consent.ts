import { CHANCE_CONSENT_TEXT } from '#lib/domain/evaluation/trials/consent-text.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/** Version of the research text (ruling R4); a study counts only people who saw its version or a later one. */
export const RESEARCH_CONSENT_TEXT = 'research-2026-12-3';

/**
 * Keeps or withdraws consent to research use. The service does not depend on it. A yes to a newer text is
 * recorded again, since that text names more; so is one to the text that says that chance may choose a page.
 */
export async function setResearchConsent(
  ctx: VisitorContext,
  research: boolean,
  chance = false,
): Promise<void> {
  const { pathwayId } = ctx.session;
  const textVersion = chance ? CHANCE_CONSENT_TEXT : RESEARCH_CONSENT_TEXT;
  await recordSteps(ctx.db, { id: pathwayId, key: ctx.key, today: ctx.today }, ({ row }) => {
    const known = !research || [textVersion, CHANCE_CONSENT_TEXT].includes(row.consentText ?? '');
    if (row.researchConsent === research && known) return [];
    return [
      {
        step: 'consent.set',
        origin: 'user',
        policyHash: null,
        payload: {
          scopes: research ? ['service', 'research'] : ['service'],
          textVersion,
        },
      },
    ];
  });
}
