import type { Frame } from '../../layout/frame.ts';

/** A date and time in words, in the deployment's own time zone. */
export function moment({ lang }: Pick<Frame, 'lang'>, timeZone: string, at: number): string {
  const tag = lang === 'en' ? 'en-GB' : lang;
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone }).format(at);
  // Asked for apart: with a 24-hour clock some languages would write the date in digits.
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at);
  return lang === 'en' ? `${date} at ${time}` : `${date} ${time}`;
}
