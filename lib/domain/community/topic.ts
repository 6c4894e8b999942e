import { z } from 'zod';
import { LOCALES, type Locale } from '../basics/locale.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { cleanTyped } from '../basics/typed.ts';

export const TITLE_MAX = 80;
export const OPENING_MAX = 600;

const TEXT = z.strictObject({ title: z.string(), opening: z.string() });
export const TOPIC_TEXTS = z.partialRecord(z.enum(LOCALES), TEXT);
export type TopicTexts = z.infer<typeof TOPIC_TEXTS>;

type Typed = Readonly<Record<Locale, { readonly title: string; readonly opening: string }>>;

/** What a moderator typed as it is kept: one language at least, and of each both parts. */
export function readTopic(
  typed: Typed,
): Result<TopicTexts, { readonly locale: Locale; readonly problem: 'half' | 'long' | 'none' }> {
  const texts: TopicTexts = {};
  for (const locale of LOCALES) {
    const title = cleanTyped(typed[locale].title).replace(/\s+/g, ' ').trim();
    const opening = cleanTyped(typed[locale].opening).trim();
    if (title === '' && opening === '') continue;
    if (title === '' || opening === '') return err({ locale, problem: 'half' });
    if ([...title].length > TITLE_MAX || [...opening].length > OPENING_MAX) {
      return err({ locale, problem: 'long' });
    }
    texts[locale] = { title, opening };
  }
  return Object.keys(texts).length === 0 ? err({ locale: 'en', problem: 'none' }) : ok(texts);
}

/** The words of a topic in a language; else in another one, which is named. */
export function topicWords(texts: TopicTexts, wanted: Locale) {
  const locale = [wanted, ...LOCALES].find((one) => texts[one] !== undefined) ?? wanted;
  const { title = '', opening = '' } = texts[locale] ?? {};
  return { locale, title, opening };
}
