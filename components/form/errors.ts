import type { Translate } from '#lib/i18n/translate.ts';

/** Something to fix, in the words shown both in the summary and beside the field. */
export interface FormError {
  /** The field's `name`; also the id of its (first) control. Empty where it concerns no one field. */
  readonly field: string;
  /** Key of the text: it is resolved in the language of the page that shows it. */
  readonly text: string;
}

/** The key of the text for a field, if it has something to fix. */
export function errorFor(errors: readonly FormError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.text;
}

export function errorText(t: Translate, text: string): string {
  const key = text as Parameters<Translate>[0];
  return t.has(key) ? t(key) : text;
}

/** Ids of the hint and the error of a field, for `aria-describedby`. */
export function describedBy(
  name: string,
  has: { readonly hint: boolean; readonly error: boolean },
): string | undefined {
  const ids = [has.hint ? `${name}-hint` : '', has.error ? `${name}-error` : ''];
  return ids.filter(Boolean).join(' ') || undefined;
}
