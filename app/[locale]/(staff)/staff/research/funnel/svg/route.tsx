import { svg } from '#app/_request/show/html.ts';
import { drawnIn } from '#app/_request/staff/drawn-in.ts';
import { staffDownload } from '#app/_request/staff/staff-download.ts';
import { FunnelPlot } from '#components/staff/research/funnel-plot.tsx';
import { viewFunnel } from '#lib/usecases/researcher/view-funnel.ts';

/** The plot of the page beside it, of the same numbers; none where the page has none. */
export const GET = staffDownload('research:funnel', async (ctx, request) => {
  const view = await viewFunnel(ctx, 'file');
  if (view.kind !== 'table') return null;
  const rows = view.rows.filter(({ group }) => group === 'all');
  const body = await svg(<FunnelPlot frame={drawnIn(request)} rows={rows} file />);
  return { name: 'funnel.svg', body };
});
