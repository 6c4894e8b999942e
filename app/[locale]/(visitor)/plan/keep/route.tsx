import { z } from 'zod';
import { MOST_CODES } from '#app/_request/check/choose-and-go.ts';
import { withinLimits } from '#app/_request/form/within-limits.ts';
import { visitorPage } from '#app/_request/page.ts';
import { KeepCode } from '#components/pathway/keep-code.tsx';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = visitorPage({
  view({ frame, errors, session }) {
    if (session.code === null && session.recordKey !== null) return { go: '/mine' };
    const folded = session.shared && session.codeSeen === true;
    const page = <KeepCode frame={frame} errors={errors} code={session.code} folded={folded} />;
    if (!session.shared || session.code === null || folded) return { page };
    return { page, session: { ...session, codeSeen: true } };
  },
  fields: z.object({}),
  async act(ctx, _fields, { request }) {
    if (!withinLimits('code', request, MOST_CODES, ctx.now)) return { status: 429 };
    const code = await issueCode(ctx);
    if (code.ok) return { go: '/plan/keep', session: code.value };
    if (code.error === 'busy') return { errors: [{ field: '', text: 'shell.form.busy' }] };
    return code.error === 'gone' ? { go: '/check/ended', session: null } : { go: '/return' };
  },
});
