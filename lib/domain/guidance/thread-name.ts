import type { Locale } from '#lib/domain/basics/locale.ts';
import words from './thread-names.json' with { type: 'json' };

/**
 * What colleagues call a thread when they talk of it: two neutral words, drawn when it opens, that say nothing of
 * the person or of what was written. The number is stored, so the lists only ever grow at their ends. No visitor
 * sees it. Left out on purpose: animals, bodies, heights and water, what is burnt or laid down for the dead.
 */
export const THREAD_NAMES = words.first.length * words.second.length;

export function threadName(locale: Locale, number: number): string {
  const first = words.first[number % words.first.length];
  const second = words.second[Math.floor(number / words.first.length) % words.second.length];
  return `${first?.[locale]}${locale === 'en' ? ' ' : ''}${second?.[locale]}`;
}
