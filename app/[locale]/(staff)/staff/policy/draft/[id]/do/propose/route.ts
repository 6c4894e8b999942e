import { z } from 'zod';
import { flashCookie } from '#app/_request/cookie/flash.ts';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { proposePolicy } from '#lib/usecases/clinician/propose-policy.ts';
import { saveDraft } from '#lib/usecases/clinician/save-draft.ts';
import { saveFields } from '../save/fields.ts';

const pageOf = (params: Readonly<Record<string, unknown>>) =>
  staffPaths.draft(String(params['id']));

/** The reasons, and the editor as it stood above them: what was not read is not proposed. */
const FIELDS = z.record(z.string(), z.string()).transform((values) => {
  const { revision, body } = saveFields.parse(values);
  return {
    revision,
    body: 'recheck' in values ? body : null,
    reason: cleanTyped(values['reason'] ?? ''),
    lower: cleanTyped(values['lower'] ?? ''),
  };
});

export const POST = staffPost({
  permission: 'policy:draft',
  fields: FIELDS,
  page: ({ params }) => pageOf(params),
  async act(ctx, fields, { params }) {
    const id = String(params['id']);
    const version = await proposePolicy(ctx, { id, ...fields });
    if (version.ok) return { go: staffPaths.version(version.value) };
    // Proposed by the same post before, or thrown away: the list shows which.
    if (version.error === 'gone') return { go: staffPaths.policy };
    if (version.error === 'conflict') return { go: staffPaths.compareDraft(id) };
    const { body, revision, reason, lower } = fields;
    const kept =
      version.error === 'unchecked' && body !== null
        ? await saveDraft(ctx, { id, revision, body, edit: { kind: 'check' } })
        : null;
    if (kept?.ok === false) return { status: 404 };
    const path = kept === null ? pageOf(params) : staffPaths.draft(kept.value);
    const field = { unchecked: '', no_lower_reason: 'lower' }[version.error as string] ?? 'reason';
    const errors = [{ field, text: `policy.propose.error.${version.error}` }];
    const told = { path, errors, values: { reason, lower } };
    return { go: path, cookies: [flashCookie(ctx.secrets, ctx.now, told)] };
  },
});
