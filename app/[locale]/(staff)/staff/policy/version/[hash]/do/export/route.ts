import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { exportPolicy } from '#lib/usecases/clinician/transfer/export-policy.ts';

export const POST = staffPost({
  permission: 'policy:read',
  fields: z.object({}),
  page: ({ params }) => staffPaths.version(String(params['hash'])),
  async act(ctx, _fields, { params }) {
    const hash = String(params['hash']);
    const body = await exportPolicy(ctx, hash);
    if (body === null) return { status: 404 };
    return { file: { name: `version-${hash.slice(0, 12)}.json`, body } };
  },
});
