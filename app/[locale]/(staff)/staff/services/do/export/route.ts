import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { EXPORT_FORMATS, exportServices } from '#lib/usecases/staff/directory/export-services.ts';

const NAMES = { json: 'services.json', tables: 'services.zip' } as const;

export const POST = staffPost({
  permission: 'services:edit',
  fields: z.object({ format: z.enum(EXPORT_FORMATS).catch('json') }),
  page: () => staffPaths.services,
  async act(ctx, { format }) {
    return { file: { name: NAMES[format], body: await exportServices(ctx, format) } };
  },
});
