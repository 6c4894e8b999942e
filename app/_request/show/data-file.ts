import type { Params } from '#app/_request/base.ts';
import { supportFirst } from '#app/_request/check/check-steps.ts';
import { guarded } from '#app/_request/guarded.ts';
import { seeOther } from '#app/_request/see-other.ts';
import { type MyData, viewMyData } from '#lib/usecases/visitor/place/view-my-data.ts';
import { failurePage } from './failure.tsx';
import { ownFile } from './own-file.ts';

/** A person's own data as a file with a neutral name. */
export function dataFile(
  request: Request,
  at: Params,
  file: { readonly name: string; readonly type: string; readonly write: (data: MyData) => string },
): Promise<Response> {
  return guarded(request, at, async (opened) => {
    const { context, session } = opened;
    if (!session) return failurePage(request, 404);
    const early = supportFirst(session);
    if (early) return seeOther(opened, early);
    const data = await viewMyData({ ...context, session });
    if (!data) return failurePage(request, 404);
    const { name, type, write } = file;
    // A file stays behind: on a device that others use, not what only its owner may read.
    const own = { ownRecord: shown(data.ownRecord), posts: data.posts };
    const text = write({ ...data, ...(session.shared ? { ownRecord: null, posts: [] } : own) });
    return ownFile(context.config, { name, type, text });
  });
}

/** Without what ends the messages to come: a file may be handed on. */
function shown(record: MyData['ownRecord']): MyData['ownRecord'] {
  const reminder = record?.reminder;
  return record && reminder ? { ...record, reminder: { ...reminder, token: '…' } } : record;
}
