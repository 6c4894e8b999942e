import { z } from 'zod';
import { backToKept } from '#app/_request/staff/entered.ts';
import { factorField } from '#app/_request/staff/fields.ts';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { confirmFactor } from '#lib/usecases/staff/confirm-factor.ts';

const fields = z.object({
  code: factorField,
});

export const POST = staffPost({
  permission: null,
  fields,
  page: () => staffPaths.confirm,
  unkept: ['code'],
  async act(ctx, { code }, opened, { sessionId }) {
    const given = await confirmFactor(ctx, sessionId, code);
    if (given.ok) return backToKept(opened, ctx.actor.id, 'staff.confirm.notSent');
    const text = `staff.confirm.error.${given.error}`;
    return { back: staffPaths.confirm, errors: [{ field: 'code', text }] };
  },
});
