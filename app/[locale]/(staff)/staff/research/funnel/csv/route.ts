import { staffDownload } from '#app/_request/staff/staff-download.ts';
import { viewFunnel } from '#lib/usecases/researcher/view-funnel.ts';

/** The table of the page beside it, with the same numbers. */
export const GET = staffDownload('research:funnel', async (ctx) => {
  const view = await viewFunnel(ctx, 'file');
  return view.kind === 'table' ? { name: 'funnel.csv', body: view.csv } : null;
});
