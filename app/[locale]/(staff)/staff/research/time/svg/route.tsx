import { svg } from '#app/_request/show/html.ts';
import { drawnIn } from '#app/_request/staff/drawn-in.ts';
import { staffDownload } from '#app/_request/staff/staff-download.ts';
import { TimePlot } from '#components/staff/research/time-plot.tsx';
import { viewTime } from '#lib/usecases/researcher/view-time.ts';

/** The plots of the page beside it, of the same numbers; none where the page has none. */
export const GET = staffDownload('research:funnel', async (ctx, request) => {
  const { curve } = await viewTime(ctx, 'file');
  const net = new URL(request.url).searchParams.get('line') === 'net';
  if (curve === null || (net && curve.net === null)) return null;
  const body = await svg(<TimePlot frame={drawnIn(request)} curve={curve} net={net} file />);
  return { name: net ? 'time-net.svg' : 'time.svg', body };
});
