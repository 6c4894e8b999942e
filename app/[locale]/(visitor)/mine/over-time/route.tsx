import { visitorPage } from '#app/_request/page.ts';
import { isShown } from '#app/_request/show/form-results.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { sinceOf } from '#app/_request/show/since.ts';
import { paths } from '#components/layout/paths.ts';
import { OverTimePage } from '#components/place/over-time.tsx';
import { longDate } from '#lib/i18n/dates.ts';
import { viewOverTime } from '#lib/usecases/visitor/place/view-over-time.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, context, session }) {
    const { locale } = frame;
    const viewed = await viewOverTime({ ...context, session });
    if (!viewed) return { go: paths.ended, session: null };
    const { row, overTime, open, dateOf } = viewed;
    const checks = (overTime?.checks ?? []).map(({ day, forms }) => ({
      date: longDate(locale, dateOf(day)),
      forms: forms.flatMap(({ instrument, total }) =>
        isShown(instrument) ? [{ instrument, total }] : [],
      ),
    }));
    const page = (
      <OverTimePage
        frame={frame}
        checks={checks}
        since={sinceOf(locale, viewed)}
        talk={open.has('guidance') ? paths.message : paths.services}
        lines={row.crisisFloor ? helpLines(frame.country).lines.slice(0, 1) : []}
      />
    );
    return { page };
  },
});
