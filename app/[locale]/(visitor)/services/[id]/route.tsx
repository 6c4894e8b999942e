import { z } from 'zod';
import { openPage } from '#app/_request/page.ts';
import { chooseAndPlan } from '#app/_request/plan/choose-and-plan.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { FirstVisit } from '#components/care/visit.tsx';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { serviceState } from '#lib/domain/referrals/age.ts';
import { MODES } from '#lib/domain/referrals/service.ts';
import { slotsToCome } from '#lib/domain/referrals/slots.ts';
import { hasResult } from '#lib/usecases/context.ts';
import { openService } from '#lib/usecases/visitor/next/open-service.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'journey',
  async view({ frame, context, session, opened, errors, values }) {
    const id = String(opened.params['id'] ?? '') as ServiceId;
    const service = await openService({ ...context, ...(session ? { session } : {}) }, id);
    if (!service) return { status: 404 };
    const slots = slotsToCome(service, context.today);
    const page = (
      <FirstVisit
        frame={frame}
        service={service}
        stale={serviceState(service, context.today) === 'old'}
        choice={hasResult(session) ? { slots, errors, values } : null}
        {...helpLines(frame.country)}
      />
    );
    return { page };
  },
  fields: z.object({
    mode: z.enum(MODES, 'public.services.choose.error.mode'),
    slot: z.string().max(40).default(''),
  }),
  act: (ctx, { mode, slot }, { params }) =>
    chooseAndPlan(
      ctx,
      { id: String(params['id'] ?? '') as ServiceId, mode, slot: slot === '' ? null : slot },
      'slot',
    ),
});
