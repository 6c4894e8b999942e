import { openPage } from '#app/_request/page.ts';
import { noneWhenDown } from '#app/_request/show/none-when-down.ts';
import { AboutPage } from '#components/public/info/about.tsx';
import { guideWeek } from '#lib/usecases/guide-week.ts';
import { viewPromisesKept } from '#lib/usecases/visitor/view-promises-kept.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'public',
  async view({ frame, context }) {
    const { responsible, timeZone } = context.config;
    // The page says what can be said without the database too.
    const [hours, kept] = await Promise.all([
      guideWeek(context).catch(noneWhenDown),
      viewPromisesKept(context).catch(noneWhenDown),
    ]);
    const facts = { responsible, hours, kept };
    return { page: <AboutPage frame={frame} {...facts} zone={timeZone} /> };
  },
});
