import { z } from 'zod';
import { backToKept } from '#app/_request/staff/entered.ts';
import { passkeyField } from '#app/_request/staff/fields.ts';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { confirmWithPasskey } from '#lib/usecases/staff/passkey/confirm-with-passkey.ts';

export const POST = staffPost({
  permission: null,
  fields: z.object({ response: passkeyField }),
  page: () => staffPaths.confirm,
  unkept: ['response'],
  async act(ctx, { response }, opened, { sessionId }) {
    const given = await confirmWithPasskey(ctx, sessionId, response);
    if (given.ok) return backToKept(opened, ctx.actor.id, 'staff.confirm.notSent');
    const errors = [{ field: '', text: 'staff.passkey.error.wrong' }];
    return { back: staffPaths.confirm, errors };
  },
});
