import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { checkLine } from '#lib/usecases/staff/check-line.ts';

const SERVICES = '/staff/services';

export const POST = staffPost({
  permission: 'services:edit',
  fields: z.object({ line: z.string().min(1).max(80) }),
  page: () => SERVICES,
  async act(ctx, { line }, opened) {
    const result = await checkLine(ctx, line);
    if (!result.ok) return { status: 404 };
    return { go: SERVICES, cookies: [tellOn(opened, SERVICES, { checked: line })] };
  },
});
