import { z } from 'zod';
import { backTo, goneFrom, refusedOn, threadPost } from '#app/_request/staff/thread-posts.ts';
import { checkDraft } from '#lib/usecases/guide/check-draft.ts';

/** Several drafts may stand on one page, so each form numbers its fields. */
const fields = z.record(z.string(), z.string()).transform((typed) => {
  const of = (begins: string) =>
    Object.entries(typed).find(([name]) => name.startsWith(begins))?.[1] ?? '';
  return { of: typed['of'] ?? '', text: of('text-'), comment: of('say-') };
});

export const POST = threadPost(fields, async (ctx, id, checked, opened) => {
  const given = await checkDraft(ctx, { id, ...checked });
  if (given.ok) return backTo(opened, id, 'given');
  return given.error === 'gone' ? goneFrom(opened) : refusedOn(id, 'main', 'notAsked');
});
