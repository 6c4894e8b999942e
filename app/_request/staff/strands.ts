import { z } from 'zod';
import type { Frame } from '#components/layout/frame.ts';
import type { ToldStrands } from '#components/staff/roster/strands.tsx';
import { formatWhen } from '#components/staff/shell/when.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { localTime } from '#lib/gateways/clock.ts';

/** The box that says it is known, with the number of people that the page told. */
export const toldField = z.coerce.number().int().min(0).max(100_000).catch(0);

interface Strands {
  readonly count: number;
  readonly first: Instant;
  readonly last: Instant;
}

/** A refusal until the person was told, for the page that tells. */
export function strandsBack(back: string, { count, first, last }: Strands, by = '') {
  return {
    back,
    errors: [{ field: 'told', text: 'roster.error.strands' }],
    facts: {
      strands: String(count),
      strandsFirst: String(first),
      strandsLast: String(last),
      strandsBy: by,
    },
  };
}

const facts = z.object({
  strands: z.coerce.number(),
  strandsFirst: z.coerce.number(),
  strandsLast: z.coerce.number(),
});

/** What the post before found, in words; null where it found nothing. */
export function strandsIn(
  frame: Frame,
  timeZone: string,
  values: Readonly<Record<string, string>>,
): ToldStrands | null {
  const read = facts.safeParse(values);
  if (!read.success) return null;
  const { strands, strandsFirst, strandsLast } = read.data;
  return strandsText(frame, timeZone, {
    count: strands,
    first: strandsFirst as Instant,
    last: strandsLast as Instant,
  });
}

export function strandsText(frame: Frame, timeZone: string, strands: Strands): ToldStrands {
  const when = (at: Instant) => formatWhen(frame.locale, localTime(at, timeZone));
  return { count: strands.count, first: when(strands.first), last: when(strands.last) };
}
