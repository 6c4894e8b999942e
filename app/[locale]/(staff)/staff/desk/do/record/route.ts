import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { maySendBack } from '#lib/domain/access/visit-code.ts';
import { isoDate } from '#lib/domain/basics/day.ts';
import { VISIT_MODES } from '#lib/domain/referrals/visit.ts';
import { redeemVisitCode } from '#lib/usecases/desk/redeem-visit-code.ts';

const DESK = '/staff/desk';

const fields = z.object({
  code: z.string().max(200, 'desk.error.length').default(''),
  mode: z.enum(VISIT_MODES, 'desk.error.mode'),
  late: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'yes'),
});

export const POST = staffPost({
  permission: 'visits:redeem',
  fields,
  page: () => DESK,
  // What could be a return code goes nowhere: not back to the page, and into no cookie.
  unkept: ({ code = '' }) => (maySendBack(code) ? [] : ['code']),
  async act(ctx, { code, mode, late }) {
    const done = await redeemVisitCode(ctx, code, { mode, late });
    if (done.ok) return { go: `${DESK}/done` };
    const { error } = done;
    const errors = [{ field: 'code', text: `desk.error.${error.kind}` }];
    return { back: DESK, errors, facts: error.kind === 'used' ? { on: isoDate(error.on) } : {} };
  },
});
