import { z } from 'zod';
import { resultPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { paths } from '#components/layout/paths.ts';
import { Obstacles } from '#components/pathway/obstacles.tsx';
import { readSaid } from '#lib/domain/bridges/statements.ts';
import { reportBarriers } from '#lib/usecases/visitor/next/report-barriers.ts';
import { viewMyPlace } from '#lib/usecases/visitor/place/view-my-place.ts';

export const dynamic = 'force-dynamic';

/** Only where a step was chosen: what gets in the way of nothing is no question. */
export const { GET, POST } = resultPage({
  async view({ frame, errors, values, context, session }) {
    const place = await viewMyPlace({ ...context, session });
    if (!place) return { go: '/check/ended', session: null };
    if ((place.decided?.tier ?? null) === null) return { go: '/mine' };
    const lines = place.row.crisisFloor ? helpLines(frame.country).lines.slice(0, 1) : [];
    return { page: <Obstacles frame={frame} errors={errors} values={values} lines={lines} /> };
  },
  fields: z.object({ obstacle: z.string().default('') }),
  async act(ctx, { obstacle }) {
    const said = readSaid(obstacle === '' ? [] : obstacle.split(','));
    if (!said.ok) {
      return { errors: [{ field: 'obstacle', text: `bridges.obstacles.error.${said.error}` }] };
    }
    const reported = await reportBarriers(ctx, said.value);
    if (reported === 'gone') return { go: '/check/ended', session: null };
    if (reported === 'refused') return { go: '/next' };
    return { go: said.value.answer === 'given' ? paths.idea(1) : paths.plan };
  },
});
