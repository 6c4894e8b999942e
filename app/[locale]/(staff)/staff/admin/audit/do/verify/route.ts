import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { verifyAudit } from '#lib/usecases/administrator/verify-audit.ts';

const AUDIT = '/staff/admin/audit';

export const POST = staffPost({
  permission: 'audit:read',
  fields: z.object({}),
  page: () => AUDIT,
  async act(ctx, _, opened) {
    const { entries, firstBad } = await verifyAudit(ctx);
    const told = { entries: String(entries), firstBad: firstBad === null ? '' : String(firstBad) };
    return { go: AUDIT, cookies: [tellOn(opened, AUDIT, told)] };
  },
});
