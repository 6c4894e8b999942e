import { openRequest, type Params } from '#app/_request/base.ts';
import type { MyData } from '#lib/usecases/visitor/view-my-data.ts';
import { viewMyData } from '#lib/usecases/visitor/view-my-data.ts';
import { failurePage } from './failure.tsx';
import { pageHeaders } from './headers.ts';

/** A person's own data as a file with a neutral name. */
export async function dataFile(
  request: Request,
  at: Params,
  file: { readonly name: string; readonly type: string; readonly write: (data: MyData) => string },
): Promise<Response> {
  const opened = await openRequest(request, at);
  if (!opened?.session) return failurePage(request, 404);
  const data = await viewMyData({ ...opened.context, session: opened.session });
  if (!data) return failurePage(request, 404);
  const headers = pageHeaders(opened.context.config, 'personal');
  headers.set('content-type', file.type);
  headers.set('content-disposition', `attachment; filename="${file.name}"`);
  return new Response(file.write(data), { headers });
}
