import { visitorPage } from '#app/_request/page.ts';
import { liveVisit } from '#app/_request/plan/live-visit.ts';
import { planWords } from '#app/_request/plan/plan-words.ts';
import { waitingReminder } from '#app/_request/plan/waiting-reminder.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { qrOf } from '#app/_request/show/qr-of.ts';
import { DESTINATIONS, stepCard } from '#app/_request/show/step-cards.ts';
import { paths } from '#components/layout/paths.ts';
import { Ready } from '#components/pathway/ready.tsx';
import { PlanReady } from '#components/plan/plan-ready.tsx';
import { standInFor } from '#lib/domain/routing/stand-in.ts';
import { describeSteps } from '#lib/usecases/visitor/next/describe-steps.ts';
import { viewMyPlace } from '#lib/usecases/visitor/place/view-my-place.ts';
import { viewPlan } from '#lib/usecases/visitor/plan/view-plan.ts';
import { viewSlipCode } from '#lib/usecases/visitor/plan/view-slip-code.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, context, session }) {
    const ctx = { ...context, session };
    const [place, planned, facts] = await Promise.all([
      viewMyPlace(ctx),
      viewPlan(ctx),
      describeSteps(context),
    ]);
    const tier = place?.decided?.tier ?? null;
    if (!place || tier === null) return { go: paths.mine };
    const nothing = standInFor(tier, place.open).closed;
    const words = planned && place.open.has(tier) ? planWords(frame, planned) : null;
    if (planned && words !== null) {
      const address = new URL(frame.href(paths.return), context.config.origin).href;
      const page = (
        <PlanReady
          frame={frame}
          {...words}
          reminder={await waitingReminder(frame, context, planned.record)}
          lines={planned.row.crisisFloor ? helpLines(frame.country).lines.slice(0, 1) : []}
          code={viewSlipCode(ctx)}
          visit={liveVisit(frame.locale, planned)?.groups ?? null}
          qr={qrOf(address)}
        />
      );
      return { page };
    }
    const page = (
      <Ready
        frame={frame}
        step={stepCard(frame.locale, tier, facts)}
        closed={!place.open.has(tier)}
        lines={nothing ? helpLines(frame.country).lines.slice(0, 2) : []}
        destination={DESTINATIONS[tier]}
        planToo={place.compared && place.open.has(tier)}
      />
    );
    return { page };
  },
});
