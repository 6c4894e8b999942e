import { likelyForm } from '#app/_request/check/likely-form.tsx';
import { resultPage } from '#app/_request/page.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = resultPage(
  likelyForm({ phase: 'before_result', post: '/check/likely', next: '/next' }),
);
