import type { Frame } from '../../layout/frame.ts';

/** A date and time in words, in the deployment's own time zone. */
export function moment(frame: Pick<Frame, 'lang'>, timeZone: string, at: number): string {
  const { lang } = frame;
  const tag = lang === 'en' ? 'en-GB' : lang;
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone }).format(at);
  const time = clockTime(timeZone, at);
  return lang === 'en' ? `${date}, ${time}` : `${date} ${time}`;
}

/** Asked for apart: with a 24-hour clock some languages would write the date in digits. */
export function clockTime(timeZone: string, at: number, seconds = false): string {
  const timeStyle = seconds ? 'medium' : 'short';
  return new Intl.DateTimeFormat('en-GB', { timeStyle, timeZone }).format(at);
}
