import { visitorPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { DESTINATIONS, stepCard } from '#app/_request/show/step-cards.ts';
import { Ready } from '#components/pathway/ready.tsx';
import { standInFor } from '#lib/domain/routing/stand-in.ts';
import { describeSteps } from '#lib/usecases/visitor/next/describe-steps.ts';
import { viewMyPlace } from '#lib/usecases/visitor/place/view-my-place.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, context, session }) {
    const [place, facts] = await Promise.all([
      viewMyPlace({ ...context, session }),
      describeSteps(context),
    ]);
    const tier = place?.decided?.tier ?? null;
    if (!place || tier === null) return { go: '/mine' };
    const nothing = standInFor(tier, place.open).closed;
    const page = (
      <Ready
        frame={frame}
        step={stepCard(frame.locale, tier, facts)}
        closed={!place.open.has(tier)}
        lines={nothing ? helpLines(frame.country).lines.slice(0, 2) : []}
        destination={DESTINATIONS[tier]}
      />
    );
    return { page };
  },
});
