import type { Locale } from '#lib/domain/basics/locale.ts';
import type { Wording } from '#lib/domain/screening/wording.ts';
import { wordingOf } from '#lib/i18n/instruments.ts';
import type { VisitorSession } from '#lib/usecases/context.ts';

/** The follow-up questions, for who answered question 9 above "Not at all", where a published wording exists. */
export function followUpWording({ check }: VisitorSession, locale: Locale): Wording | null {
  return Number(check?.items[8]) > 0 ? wordingOf('asq', locale) : null;
}
