import type { Instant, PathwayId } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { makeCaseNumber } from '#lib/domain/reports/case-number.ts';
import type { Risk, ToldKind } from '#lib/domain/reports/report.ts';
import { uuidFrom } from '#lib/gateways/hashes.ts';
import { reportTag, sealReport } from '#lib/gateways/report-keys.ts';
import { deriveKey } from '#lib/gateways/seal.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';
import type { Tx } from '#lib/store/client.ts';
import { insertReport } from '#lib/store/reports.ts';

export interface Raised {
  /** `escalation`: from a moderator, who hands on what the queue cannot settle. */
  readonly kind: ToldKind | 'escalation';
  readonly words: string;
  readonly risk: Risk;
  /** The language of the page that it was written on. */
  readonly locale: Locale;
  /** Whose return code opens the answer; null: nobody's. */
  readonly owner: PathwayId | null;
}

/**
 * Puts a case into the inbox of those who handle reports, its words sealed. The same post again is the same
 * case: its id and number come from the key of the form.
 * @returns what the case is spoken of by
 */
export async function raiseReport(
  tx: Tx,
  ctx: { readonly secrets: WebSecrets; readonly now: Instant; readonly key: string },
  { kind, words, risk, locale, owner }: Raised,
): Promise<string> {
  const { secrets, now, key } = ctx;
  const id = uuidFrom(deriveKey(secrets.formKey, `report ${key}`));
  const number = makeCaseNumber(deriveKey(secrets.formKey, `case number ${key}`));
  await insertReport(tx, {
    ...{ id, number, kind, risk, locale, subject: null, arrivedAt: now, post: key },
    ownerTag: owner === null ? null : reportTag(secrets, owner),
    words: sealReport(secrets, id, 'words', words),
  });
  return number;
}
