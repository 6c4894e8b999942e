import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { proposePolicy } from '#lib/usecases/clinician/propose-policy.ts';

const pageOf = (params: Readonly<Record<string, unknown>>) =>
  staffPaths.draft(String(params['id']));

export const POST = staffPost({
  permission: 'policy:draft',
  fields: z.object({
    revision: z.coerce.number().int().catch(0),
    reason: z.string().default('').transform(cleanTyped),
    lower: z.string().default('').transform(cleanTyped),
  }),
  page: ({ params }) => pageOf(params),
  async act(ctx, fields, { params }) {
    const version = await proposePolicy(ctx, { id: String(params['id']), ...fields });
    if (version.ok) return { go: staffPaths.version(version.value) };
    // Proposed by the same post before, or thrown away: the list shows which.
    if (version.error === 'gone') return { go: staffPaths.policy };
    if (version.error === 'conflict') return { go: staffPaths.compareDraft(String(params['id'])) };
    const text = `policy.propose.error.${version.error}`;
    const field = version.error === 'no_lower_reason' ? 'lower' : 'reason';
    return { back: pageOf(params), errors: [{ field, text }] };
  },
});
