import { z } from 'zod';
import { visitorPage } from '#app/_request/page.ts';
import { paths } from '#components/layout/paths.ts';
import { type Taken, takeReplyStep } from '#lib/usecases/visitor/place/take-reply-step.ts';

export const dynamic = 'force-dynamic';

/** One press on the button under an answer: it is recorded, and its page opens. */
export const { GET, POST } = visitorPage({
  without: paths.return,
  view: () => ({ go: paths.messages }),
  fields: z.object({ seq: z.coerce.number().int().min(1).catch(0) }),
  async act(ctx, { seq }) {
    const taken = await takeReplyStep(ctx, seq);
    if (taken.ok) return { go: pageOf(taken.value) };
    return taken.error === 'gone' ? { go: paths.ended, session: null } : { go: paths.messages };
  },
});

function pageOf({ kind, service }: Taken): string {
  switch (kind) {
    case 'plan':
      return paths.plan;
    case 'group':
      return paths.group;
    case 'recheck':
      return paths.again;
    case 'service':
      return service === null ? paths.services : paths.service(service);
  }
}
