import { likelyForm } from '#app/_request/check/likely-form.tsx';
import { visitorPage } from '#app/_request/page.ts';
import { viewMyPlace } from '#lib/usecases/visitor/place/view-my-place.ts';

export const dynamic = 'force-dynamic';

const form = likelyForm({ phase: 'after_step', post: '/next/likely', next: '/next/obstacles' });

/** Only where a step was chosen; a return code is also made without one. */
export const { GET, POST } = visitorPage({
  ...form,
  async view(view) {
    const place = await viewMyPlace({ ...view.context, session: view.session });
    const chosen = (place?.decided?.tier ?? null) !== null;
    return chosen ? form.view(view) : { go: '/mine' };
  },
});
