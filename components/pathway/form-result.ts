import { type Band, type BandCode, plainBand, worstBand } from '#lib/domain/screening/band.ts';
import type { Frame } from '../layout/frame.ts';

/** What one form of a check came to. */
export interface FormResult {
  readonly instrument: FormName;
  /** Null where it cannot be added up. */
  readonly total: number | null;
  readonly band: BandCode | null;
}

/** The forms that a check may have; each with its name for a doctor and its highest total. */
export const FORMS = {
  'phq-9': { name: 'PHQ-9', max: 27 },
  'gad-7': { name: 'GAD-7', max: 21 },
  'phq-4': { name: 'PHQ-4', max: 12 },
} as const;
export type FormName = keyof typeof FORMS;

/** The worst band of a check, by which its page is written; null where nothing can be added up. */
export function bandOf(forms: readonly FormResult[]): Band | null {
  return worstBand(forms.map(({ band }) => plainBand(band)));
}

/** One sentence for each form: its total, the highest one, and what doctors call the range. */
export function totalsIn({ t }: Pick<Frame, 't'>, forms: readonly FormResult[]): readonly string[] {
  const several = forms.length > 1;
  return forms.map(({ instrument, total, band }) => {
    const { name: form, max } = FORMS[instrument];
    if (total === null || band === null) {
      return several ? t('result.details.noneOf', { form }) : t('result.details.none');
    }
    const range = t(`result.range.${rangeName(band)}`);
    const scored = { total, max, range };
    return several
      ? t('result.details.scoredOf', { form, ...scored })
      : t('result.details.scored', scored);
  });
}

/** The PHQ-4 has a name of its own for its lowest range. */
function rangeName(band: BandCode): Band | 'normal' {
  return band === 'normal' ? band : (plainBand(band) ?? 'minimal');
}
