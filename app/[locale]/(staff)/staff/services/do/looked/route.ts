import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { CODE } from '#lib/domain/basics/typed.ts';
import { clearReports } from '#lib/usecases/staff/directory/clear-reports.ts';

const PAGE = staffPaths.services;

export const POST = staffPost({
  permission: 'services:edit',
  fields: z.object({ service: z.string().regex(CODE) }),
  page: () => PAGE,
  async act(ctx, { service }, opened) {
    await clearReports(ctx, service as ServiceId);
    return { go: PAGE, cookies: [tellOn(opened, PAGE, { looked: service })] };
  },
});
