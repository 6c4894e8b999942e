import { z } from 'zod';
import { visitorPage } from '#app/_request/page.ts';
import { planWords } from '#app/_request/plan/plan-words.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { CheckIn } from '#components/checkin/check-in.tsx';
import { Went } from '#components/checkin/went.tsx';
import { paths } from '#components/layout/paths.ts';
import { SOUGHT, TRIED_WHY, WENT } from '#lib/domain/pathway/payloads.ts';
import { endsDate, VISIT_WORDS } from '#lib/domain/pathway/visit-word.ts';
import { viewWaiting } from '#lib/usecases/visitor/place/view-waiting.ts';
import { answerCheckIn } from '#lib/usecases/visitor/plan/answer-check-in.ts';
import { viewPlan } from '#lib/usecases/visitor/plan/view-plan.ts';

export const dynamic = 'force-dynamic';

const left = <T extends string>(values: readonly [T, ...T[]]) =>
  z.enum(values).nullable().default(null);

const FIELDS = z.object({
  went: z.enum(WENT, 'checkin.error'),
  why: left(TRIED_WHY),
  visit: left(['none', ...VISIT_WORDS]),
  sought: z
    .string()
    .default('')
    .transform((text) => SOUGHT.filter((one) => text.split(',').includes(one))),
  needMet: left(['0', '1', '2', '3', '4']),
  waitingNow: left(['yes', 'no']),
});

export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, errors, values, context, session, opened }) {
    const ctx = { ...context, session };
    const [planned, waited] = await Promise.all([viewPlan(ctx), viewWaiting(ctx)]);
    if (!planned) return { go: paths.ended, session: null };
    const { row } = planned;
    if (row.planDay === null) return { go: paths.mine };
    const lines = row.crisisFloor ? helpLines(frame.country).lines.slice(0, 1) : [];
    if (row.went !== null && opened.url.searchParams.has('said')) {
      return { page: <Went frame={frame} went={row.went} lines={lines} /> };
    }
    const page = (
      <CheckIn
        frame={frame}
        errors={errors}
        values={values}
        sentences={planWords(frame, planned)?.sentences ?? []}
        lines={lines}
        inPerson={row.planTier === 'face_to_face'}
        booked={waited?.waiting?.booked === true}
      />
    );
    return { page };
  },
  fields: FIELDS,
  async act(ctx, { visit, needMet, waitingNow, why, went, sought }) {
    const kept = await answerCheckIn(ctx, {
      went,
      why: went === 'tried' ? why : null,
      sought,
      needMet: needMet === null ? null : Number(needMet),
      strength: null,
      waitingNow: waitingNow === null ? null : waitingNow === 'yes',
      visit: visit === 'none' ? null : visit,
    });
    if (kept === 'gone') return { go: paths.ended, session: null };
    if (kept === 'refused') return { go: paths.mine };
    const ended = visit !== null && visit !== 'none' && endsDate(visit);
    return { go: ended ? paths.waitingSaid(visit) : `${paths.checkIn}?said` };
  },
});
