import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { listCells } from '#lib/usecases/clinician/review/list-cells.ts';

export const POST = staffPost({
  permission: 'policy:read',
  fields: z.object({}),
  page: ({ params }) => staffPaths.tryVersion(String(params['hash'])),
  async act(ctx, _fields, { params }) {
    const body = await listCells(ctx, { version: String(params['hash']) });
    return body === null ? { status: 404 } : { file: { name: 'every-answer.csv', body } };
  },
});
