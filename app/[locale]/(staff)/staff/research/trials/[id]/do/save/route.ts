import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { CONTROL_OF, readTyped } from '#components/staff/trials/form-values.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { saveTrial } from '#lib/usecases/researcher/trials/save-trial.ts';

const MOST = 4_000;

export const POST = staffPost({
  permission: 'research:trials',
  fields: z.record(z.string(), z.string().max(MOST).transform(cleanTyped)),
  page: ({ params }) => staffPaths.trial(String(params['id'])),
  async act(ctx, fields, { params }) {
    const id = String(params['id']);
    const page = staffPaths.trial(id);
    const revision = Number(/^\d{1,6}$/.exec(fields['revision'] ?? '')?.[0] ?? 0);
    const saved = await saveTrial(ctx, { id, revision, typed: readTyped(fields) });
    if (saved.ok) return { go: page };
    if (saved.error === 'gone' || saved.error === 'not_yours') return { status: 404 };
    if (saved.error === 'changed') {
      return { back: page, errors: [{ field: '', text: 'trials.error.changed' }] };
    }
    const errors = saved.error.map((part) => ({
      field: CONTROL_OF[part] ?? part,
      text: `trials.wrong.${part}`,
    }));
    return { back: page, errors };
  },
});
