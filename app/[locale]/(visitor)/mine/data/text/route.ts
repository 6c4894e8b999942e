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

function asText({ row, transitions, hasCode, messages }: MyData): string {
  const facts = Object.entries({ ...row, returnCode: hasCode, messages });
  const steps = transitions.map(
    (t) => `${t.seq}\tday ${t.day}\t${t.step}\t${JSON.stringify(t.payload)}`,
  );
  return [...facts.map(([name, value]) => `${name}: ${value ?? '-'}`), '', ...steps, ''].join('\n');
}
