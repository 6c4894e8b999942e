import type { Frame } from '../../layout/frame.ts';

/** A date and time in words, in the deployment's own time zone. */
export function moment({ lang }: Pick<Frame, 'lang'>, timeZone: string, at: number): string {
  const tag = lang === 'en' ? 'en-GB' : lang;
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(tag, style).format(at);
}
