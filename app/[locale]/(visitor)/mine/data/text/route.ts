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
  const { row, transitions, hasCode, thread, ownRecord, visitCodes, reports, ...dates } = data;
  const facts = Object.entries({ ...dates, ...row, returnCode: hasCode });
  const written = Object.entries(thread ?? {}).map(([name, value]) => [`thread.${name}`, value]);
  const visits = visitCodes.flatMap((code, place) =>
    Object.entries(code).map(([name, value]) => [`visitCode${place + 1}.${name}`, value]),
  );
  const told = reports.flatMap((report, place) =>
    Object.entries(report).map(([name, value]) => [`report${place + 1}.${name}`, value]),
  );
  const steps = transitions.map(
    (t) => `${t.seq}\tday ${t.day}\t${t.step}\t${JSON.stringify(t.payload)}`,
  );
  const own = Object.entries(ownRecord ?? {}).map(([name, value]) => [
    `own.${name}`,
    value === null ? null : JSON.stringify(value),
  ]);
  const all = [...facts, ...written, ...visits, ...told, ...own];
  const lines = all.map(([name, value]) => `${name}: ${value ?? '-'}`);
  return [...lines, '', ...steps, ''].join('\n');
}
