import { draftFields, goneFrom, refusedOn, threadPost } from '#app/_request/staff/thread-posts.ts';
import { staffPaths } from '#components/layout/paths.ts';
import type { StepProblem } from '#lib/domain/guidance/draft.ts';
import { replyToThread } from '#lib/usecases/guide/reply-to-thread.ts';

const STEP = {
  none: 'stepNone',
  closed: 'stepClosed',
  service: 'stepService',
  reason: 'stepReason',
} as const satisfies Record<StepProblem['problem'], string>;

export const POST = threadPost(draftFields, async (ctx, id, fields, opened) => {
  const { draft, seen, override } = fields;
  const sent = await replyToThread(ctx, { id, draft, seen, override: override === 'yes' });
  if (sent.ok) return { go: staffPaths.thread(id) };
  const why = sent.error;
  if (why.kind === 'gone') return goneFrom(opened);
  if (why.kind === 'step') return refusedOn(id, why.step.field, STEP[why.step.problem]);
  return refusedOn(id, why.kind === 'replying' ? 'override' : 'text', why.kind);
});
