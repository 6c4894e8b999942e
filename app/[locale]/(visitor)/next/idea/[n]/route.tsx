import { z } from 'zod';
import type { Opened } from '#app/_request/base.ts';
import { resultPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { paths } from '#components/layout/paths.ts';
import { IdeaPage } from '#components/pathway/idea.tsx';
import { takeIdea } from '#lib/usecases/visitor/next/take-idea.ts';
import { viewIdea } from '#lib/usecases/visitor/next/view-idea.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = resultPage({
  async view({ frame, errors, context, session, opened }) {
    const { k, population } = asked(opened);
    const viewed = await viewIdea({ ...context, session }, k, population);
    if (!viewed) return { go: paths.obstacles };
    const { row, ideas, facts, stale, hasStaffVariant } = viewed;
    const page = (
      <IdeaPage
        frame={frame}
        errors={errors}
        ideas={ideas}
        k={k}
        known={{ facts, steps: row.lastSeq }}
        stale={stale}
        forStaff={hasStaffVariant ? population === 'health_staff' : null}
        lines={row.crisisFloor ? helpLines(frame.country).lines.slice(0, 1) : []}
      />
    );
    return { page };
  },
  fields: z.object({}),
  async act(ctx, _fields, opened) {
    const { k, population } = asked(opened);
    const taken = await takeIdea(ctx, k, population);
    if (taken === 'gone') return { go: '/check/ended', session: null };
    return { go: taken === 'none' ? paths.obstacles : paths.plan };
  },
});

/** Which idea, counted from 1, and for whom; what no address of ours says is none. */
function asked({ params, url }: Opened) {
  const staff = url.searchParams.get('set') === '2';
  return {
    k: Number(/^[1-9]$/.exec(String(params['n']))?.[0] ?? 0),
    population: staff ? 'health_staff' : 'general',
  } as const;
}
