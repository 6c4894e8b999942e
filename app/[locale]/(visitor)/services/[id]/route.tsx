import { z } from 'zod';
import { openPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { FirstVisit } from '#components/care/visit.tsx';
import { paths } from '#components/layout/paths.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { serviceState } from '#lib/domain/referrals/age.ts';
import { MODES } from '#lib/domain/referrals/service.ts';
import { slotsToCome } from '#lib/domain/referrals/slots.ts';
import { hasResult } from '#lib/usecases/context.ts';
import { chooseService } from '#lib/usecases/visitor/next/choose-service.ts';
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
  async act(ctx, { mode, slot }, { params }) {
    const id = String(params['id'] ?? '') as ServiceId;
    if (!hasResult(ctx.session)) return { go: '/check' };
    const chosen = await chooseService(ctx, { id, mode, slot: slot === '' ? null : slot });
    if (chosen.ok) return { go: paths.plan, session: chosen.value };
    if (chosen.error === 'gone') return { go: '/check/ended', session: null };
    if (chosen.error === 'refused') return { go: '/check' };
    return { errors: [{ field: 'slot', text: 'public.services.choose.error.gone' }] };
  },
});
