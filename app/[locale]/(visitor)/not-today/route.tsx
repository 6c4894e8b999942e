import { z } from 'zod';
import { resultPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { NotToday } from '#components/pathway/not-today.tsx';
import { declineStep } from '#lib/usecases/visitor/next/decline-step.ts';

export const dynamic = 'force-dynamic';

const ASK = { '14': 14, '30': 30, no: null } as const;

export const { GET, POST } = resultPage({
  view({ frame, errors, values, session, opened }) {
    const page = (
      <NotToday
        frame={frame}
        errors={errors}
        values={values}
        done={opened.url.searchParams.has('noted')}
        hasCode={session.recordKey !== null}
        {...helpLines(frame.country)}
      />
    );
    return { page };
  },
  fields: z.object({ ask: z.enum(['14', '30', 'no'], 'result.notToday.error') }),
  async act(ctx, { ask }) {
    await declineStep(ctx, ASK[ask]);
    return { go: '/not-today?noted' };
  },
});
