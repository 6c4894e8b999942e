import { FORMS, type FormName, type FormResult } from '#components/pathway/form-result.ts';
import type { FormTotal } from '#lib/usecases/visitor/next/view-next-step.ts';

/** A form that pages have words for. */
export const isShown = (instrument: string): instrument is FormName =>
  Object.hasOwn(FORMS, instrument);

/** The forms of a check as a page shows them. */
export function formResults(forms: readonly FormTotal[]): readonly FormResult[] {
  return forms.flatMap(({ instrument, total, band }) =>
    isShown(instrument) ? [{ instrument, total, band }] : [],
  );
}
