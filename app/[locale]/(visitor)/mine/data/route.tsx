import { z } from 'zod';
import { visitorPage } from '#app/_request/page.ts';
import { paths } from '#components/layout/paths.ts';
import { MyData } from '#components/place/my-data.tsx';
import { readDigits } from '#lib/domain/access/digits.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { viewMyData } from '#lib/usecases/visitor/place/view-my-data.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, errors, values, context, session }) {
    const data = await viewMyData({ ...context, session });
    if (!data) return { go: '/check/ended', session: null };
    const page = (
      <MyData
        frame={frame}
        errors={errors}
        values={values}
        {...data}
        askCode={session.codeEnd !== null}
      />
    );
    return { page };
  },
  fields: z.object({ last4: z.string().max(40).default('') }),
  async act(ctx, { last4 }) {
    const { codeEnd } = ctx.session;
    if (codeEnd !== null && readDigits(last4) !== codeEnd) {
      return { errors: [{ field: 'last4', text: 'mine.data.last4Error' }] };
    }
    await eraseEverything(ctx);
    // "This browser holds nothing of ours now": the other cookies go as well.
    const cookies = (['b', 'f', 'd'] as const).map((name) => ({ name, value: '' }));
    return { go: paths.deleted, session: null, cookies };
  },
});
