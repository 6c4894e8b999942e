import type { Translate } from '#lib/i18n/translate.ts';
import type { FormError } from '../../form/errors.ts';

type Key = Parameters<Translate>[0];

/**
 * Errors come from the server as keys of texts. A form that was tampered with brings words of the
 * parser instead; those are never shown. `facts` fills the placeholders.
 */
export function staffErrors(
  t: Translate,
  errors: readonly FormError[],
  facts: Readonly<Record<string, string | number>> = {},
): readonly FormError[] {
  return errors.map(({ field, text }) => ({
    field: field === '' ? 'main' : field,
    text: t.has(text as Key) ? t(text as Key, facts as never) : t('staff.shell.oddAnswer'),
  }));
}
