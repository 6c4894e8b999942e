import { z } from 'zod';
import { mailOffer, readMailOrder } from '#app/_request/check/mail-offer.ts';
import { withinLimits } from '#app/_request/form/within-limits.ts';
import { visitorPage } from '#app/_request/page.ts';
import { paths } from '#components/layout/paths.ts';
import { MailPage } from '#components/place/mail-page.tsx';
import { ok } from '#lib/domain/basics/result.ts';
import { orderMail } from '#lib/usecases/visitor/place/order-mail.ts';
import { readGuidance } from '#lib/usecases/visitor/place/read-guidance.ts';

export const dynamic = 'force-dynamic';

/** Addresses that one network may give in 10 minutes: nobody is to be written to by a script. */
const MOST_ORDERS = 20;

/** The answers of a guide by e-mail: to whom, how much of them, and their end. */
export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, context, session, errors, values }) {
    const thread = await readGuidance({ ...context, session }, false);
    if (thread === null) return { go: paths.message };
    const offer = mailOffer(frame, context);
    const page = { frame, errors, values, state: thread.mail, offer };
    return { page: <MailPage {...page} /> };
  },
  fields: z.object({
    email: z.string().max(1_000).default(''),
    kind: z.string().max(20).default(''),
    end: z.literal('yes').optional(),
  }),
  // On a device that others use an address is typed again.
  secret: (_typed, session) => (session.shared ? ['email'] : []),
  async act(ctx, { end, ...typed }, { request }) {
    const order = end ? ok(null) : readMailOrder(ctx, typed);
    if (!order.ok) return { errors: [order.error] };
    if (!withinLimits('mail', request, MOST_ORDERS, ctx.now)) return { status: 429 };
    const kept = await orderMail(ctx, order.value);
    return { go: kept.ok ? paths.mail : paths.message };
  },
});
