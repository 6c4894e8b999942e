import { z } from 'zod';
import { visitorPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { paths } from '#components/layout/paths.ts';
import { WaitingPage } from '#components/place/waiting.tsx';
import { WaitingSaid } from '#components/place/waiting-said.tsx';
import { WAIT_DAYS } from '#lib/domain/pathway/payloads.ts';
import { WAITING_WORDS } from '#lib/domain/pathway/visit-word.ts';
import { longDate } from '#lib/i18n/dates.ts';
import { answerWaiting } from '#lib/usecases/visitor/place/answer-waiting.ts';
import { viewWaiting } from '#lib/usecases/visitor/place/view-waiting.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, errors, values, context, session, opened }) {
    const viewed = await viewWaiting({ ...context, session });
    if (!viewed) return { go: paths.ended, session: null };
    const { row, waiting, service, chosen, since } = viewed;
    const lines = row.crisisFloor ? helpLines(frame.country).lines.slice(0, 1) : [];
    const said = WAITING_WORDS[Number(opened.url.searchParams.get('said')) - 1];
    if (said !== undefined) {
      const place = chosen && paths.service(chosen.id);
      return { page: <WaitingSaid frame={frame} word={said} place={place} lines={lines} /> };
    }
    if (waiting === null || since === null) return { go: paths.mine };
    const page = (
      <WaitingPage
        frame={frame}
        errors={errors}
        values={values}
        service={service}
        since={longDate(frame.locale, since)}
        booked={waiting.booked}
        long={viewed.long}
        sooner={viewed.sooner}
        guide={viewed.open.has('guidance')}
        lines={lines}
      />
    );
    return { page };
  },
  fields: z.object({
    word: z.enum(WAITING_WORDS, 'place.waiting.error'),
    far: z.enum(WAIT_DAYS).nullable().default(null),
  }),
  async act(ctx, { word, far }) {
    const kept = await answerWaiting(ctx, { word, waitDays: far });
    if (kept === 'gone') return { go: paths.ended, session: null };
    return { go: kept === 'kept' ? paths.waitingSaid(word) : paths.mine };
  },
});
