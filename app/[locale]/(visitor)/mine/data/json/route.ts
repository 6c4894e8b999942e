import type { Params } from '#app/_request/base.ts';
import { dataFile } from '#app/_request/show/data-file.ts';

export const dynamic = 'force-dynamic';

export function GET(request: Request, at: Params) {
  return dataFile(request, at, {
    name: 'my-data.json',
    type: 'application/json; charset=utf-8',
    write: (data) => `${JSON.stringify(data, null, 2)}\n`,
  });
}
