import { askedIn } from '#app/_request/check/asked.ts';
import { openPage } from '#app/_request/page.ts';
import { noneWhenDown } from '#app/_request/show/none-when-down.ts';
import { promiseText } from '#app/_request/show/promise-text.ts';
import { Landing } from '#components/public/landing.tsx';
import type { Topic } from '#lib/domain/screening/topics.ts';
import { pausedUntil } from '#lib/usecases/paused-until.ts';
import { emptyCheck } from '#lib/usecases/visitor/check/start-check.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'public',
  async view({ frame, context }) {
    // The first page is shown without the database too.
    const paused = await pausedUntil(context, 'check').catch(noneWhenDown);
    const count = (topic: Topic) => askedIn(emptyCheck(topic), frame.locale).length;
    const questions = { mood: count('mood'), worry: count('worry'), both: count('both') };
    return {
      page: (
        <Landing
          frame={frame}
          questions={questions}
          closedUntil={promiseText(frame.locale, paused)}
        />
      ),
    };
  },
});
