import { z } from 'zod';
import { visitorPage } from '#app/_request/page.ts';
import { CheckCode } from '#components/pathway/check-code.tsx';
import { readDigits } from '#lib/domain/access/digits.ts';

export const dynamic = 'force-dynamic';

/** The end of the code is typed back, so that it was kept somewhere: no limit and no lock. */
export const { GET, POST } = visitorPage({
  view({ frame, errors, values, session }) {
    if (session.code === null) return { go: '/mine' };
    return { page: <CheckCode frame={frame} errors={errors} values={values} /> };
  },
  fields: z.object({ last4: z.string().max(40).default('') }),
  async act(ctx, { last4 }) {
    const { session } = ctx;
    if (session.code === null) return { go: '/mine' };
    if (readDigits(last4) !== session.codeEnd) {
      return { errors: [{ field: 'last4', text: 'result.code.checkError' }] };
    }
    return { go: '/next/likely', session: { ...session, code: null } };
  },
});
