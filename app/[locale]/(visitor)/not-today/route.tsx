import { z } from 'zod';
import { resultPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { hasKeptCode } from '#app/_request/show/kept-code.ts';
import { NotToday } from '#components/pathway/not-today.tsx';
import { WHY_NOT } from '#lib/domain/pathway/payloads.ts';
import { dateText } from '#lib/i18n/dates.ts';
import { declineStep } from '#lib/usecases/visitor/next/decline-step.ts';
import { viewMyPlace } from '#lib/usecases/visitor/place/view-my-place.ts';

export const dynamic = 'force-dynamic';

const ASK = { '14': 14, '30': 30, no: null } as const;

export const { GET, POST } = resultPage({
  async view({ frame, errors, values, context, session, opened }) {
    const place = await viewMyPlace({ ...context, session });
    if (!place) return { go: '/check/ended', session: null };
    if (place.row.viewedDay === null) return { go: '/next' };
    const { decided, recheckOn } = place;
    const page = (
      <NotToday
        frame={frame}
        errors={errors}
        values={values}
        done={decided?.decision === 'declined' && opened.url.searchParams.has('noted')}
        recheckDate={recheckOn === null ? null : dateText(frame.locale, recheckOn)}
        hasCode={hasKeptCode(session)}
        {...helpLines(frame.country)}
      />
    );
    return { page };
  },
  fields: z.object({
    ask: z.enum(['14', '30', 'no'], 'result.notToday.error'),
    reason: z.enum(WHY_NOT).optional(),
  }),
  async act(ctx, { ask, reason }) {
    const kept = await declineStep(ctx, ASK[ask], reason);
    if (kept === 'gone') return { go: '/check/ended', session: null };
    return { go: kept === 'kept' ? '/not-today?noted' : '/next' };
  },
});
