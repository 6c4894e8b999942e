import { z } from 'zod';
import { passkeyField } from '#app/_request/staff/fields.ts';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { addPasskey } from '#lib/usecases/staff/passkey/add-passkey.ts';

const { account } = staffPaths;

export const POST = staffPost({
  permission: null,
  fresh: true,
  fields: z.object({ response: passkeyField }),
  page: () => account,
  unkept: ['response'],
  async act(ctx, { response }, opened, { sessionId }) {
    const added = await addPasskey(ctx, sessionId, response);
    if (added.ok) return { go: account, cookies: [tellOn(opened, account, { told: 'added' })] };
    return { back: account, errors: [{ field: '', text: 'staff.passkey.error.wrong' }] };
  },
});
