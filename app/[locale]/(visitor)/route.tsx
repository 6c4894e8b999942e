import { askedIn } from '#app/_request/check/asked.ts';
import { openPage } from '#app/_request/page.ts';
import { Landing } from '#components/public/landing.tsx';
import type { Topic } from '#lib/domain/screening/topics.ts';
import { emptyCheck } from '#lib/usecases/visitor/check/start-check.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'public',
  view({ frame }) {
    const count = (topic: Topic) => askedIn(emptyCheck(topic), frame.locale).length;
    const questions = { mood: count('mood'), worry: count('worry'), both: count('both') };
    return { page: <Landing frame={frame} questions={questions} /> };
  },
});
