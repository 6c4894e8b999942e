import { type LocalTime, MIDNIGHT } from './hours.ts';

/** Minutes since midnight of a typed clock time, up to 24:00: `9`, `9:30`, `09.30`, `９：３０`; null where it is none. */
export function readClock(text: string): number | null {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.normalize('NFKC').trim());
  if (!found) return null;
  const [, hour = '', minute = '0'] = found;
  const at = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && at <= MIDNIGHT ? at : null;
}

/** `09:00`, as a form shows it and takes it back. */
export function writeClock(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Whether one moment comes before another; 24:00 of a day is 0:00 of the next. */
export function isBefore(a: LocalTime, b: LocalTime): boolean {
  return a.day * MIDNIGHT + a.minute < b.day * MIDNIGHT + b.minute;
}
