import type { Params } from '#app/_request/base.ts';
import { dataFile } from '#app/_request/show/data-file.ts';
import type { MyData } from '#lib/usecases/visitor/place/view-my-data.ts';

export const dynamic = 'force-dynamic';

export function GET(request: Request, at: Params) {
  return dataFile(request, at, {
    name: 'my-data.txt',
    type: 'text/plain; charset=utf-8',
    write: asText,
  });
}

function asText(data: MyData): string {
  const { row, transitions, hasCode, thread, ownRecord, visitCodes, reports, posts, ...dates } =
    data;
  const facts = Object.entries({ ...dates, ...row, returnCode: hasCode });
  const written = Object.entries(thread ?? {}).map(([name, value]) => [`thread.${name}`, value]);
  const visits = numbered('visitCode', visitCodes);
  const told = numbered('report', reports);
  const posted = numbered('post', posts);
  const steps = transitions.map(
    (t) => `${t.seq}\tday ${t.day}\t${t.step}\t${JSON.stringify(t.payload)}`,
  );
  const own = Object.entries(ownRecord ?? {}).map(([name, value]) => [
    `own.${name}`,
    value === null ? null : JSON.stringify(value),
  ]);
  const all = [...facts, ...written, ...visits, ...told, ...posted, ...own];
  const lines = all.map(([name, value]) => `${name}: ${value ?? '-'}`);
  return [...lines, '', ...steps, ''].join('\n');
}

function numbered(what: string, items: readonly object[]) {
  return items.flatMap((item, place) =>
    Object.entries(item).map(([name, value]) => [`${what}${place + 1}.${name}`, value] as const),
  );
}
