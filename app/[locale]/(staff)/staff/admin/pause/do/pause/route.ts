import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { strandsBack, toldField } from '#app/_request/staff/strands.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { isPart, PARTS, type PauseProblem, readUntil } from '#lib/domain/roster/pause.ts';
import { pausePart } from '#lib/usecases/staff/parts/pause-part.ts';

function mend(back: string, problem: PauseProblem) {
  const field = problem === 'clock' ? 'time' : 'day';
  return { back, errors: [{ field, text: `roster.pause.error.${problem}` }] };
}

/** Help is none of the parts that this takes. */
export const POST = staffPost({
  permission: 'parts:pause',
  fields: z.object({
    part: z.enum(PARTS),
    day: z.string().default(''),
    time: z.string().default(''),
    told: toldField,
  }),
  page: (_opened, { part = '' }) => (isPart(part) ? staffPaths.pausePart(part) : staffPaths.pause),
  async act(ctx, { part, day, time, told }, opened) {
    const back = staffPaths.pausePart(part);
    const local = readUntil(day, time);
    if (!local.ok) return mend(back, local.error);
    const paused = await pausePart(ctx, { part, local: local.value }, told);
    if (paused.ok) {
      const go = staffPaths.pause;
      return { go, cookies: [tellOn(opened, go, { told: 'paused' })] };
    }
    const { error } = paused;
    return error.kind === 'strands' ? strandsBack(back, error) : mend(back, error.problem);
  },
});
