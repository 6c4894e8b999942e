import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { maySendBack } from '#lib/domain/access/visit-code.ts';
import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { VISIT_MODES } from '#lib/domain/referrals/visit.ts';
import { redeemSheet } from '#lib/usecases/desk/redeem-sheet.ts';
import { writeNews } from './news.ts';

const ENTER = '/staff/desk/enter';
/** More than 60 codes with everything between them; what is longer fits in no cookie. */
const LONGEST = 2_000;
const NO_DAY = -1 as Day;
const FIELD_OF = { empty: 'lines', long: 'lines', day: 'day' } as const;
const TEXT_OF = { empty: 'lines', long: 'long', day: 'day' } as const;

const fields = z.object({
  lines: z.string().max(LONGEST, 'desk.error.long').default(''),
  mode: z.enum(VISIT_MODES, 'desk.error.mode'),
  day: z
    .string()
    .default('')
    .transform((text) => dayFromIso(text) ?? NO_DAY),
});

export const POST = staffPost({
  permission: 'visits:redeem',
  fields,
  page: () => ENTER,
  unkept: ({ lines = '' }) => (mayReturn(lines) ? [] : ['lines']),
  async act(ctx, sheet, opened) {
    const done = await redeemSheet(ctx, sheet);
    if (!done.ok) {
      const text = `desk.error.${TEXT_OF[done.error]}`;
      return { back: ENTER, errors: [{ field: FIELD_OF[done.error], text }] };
    }
    const values = { ...writeNews(done.value), mode: sheet.mode };
    return { go: ENTER, cookies: [tellOn(opened, ENTER, values)] };
  },
});

function mayReturn(lines: string): boolean {
  return lines.length <= LONGEST && lines.split(/[\r\n]+/).every(maySendBack);
}
