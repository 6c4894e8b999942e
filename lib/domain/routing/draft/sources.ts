import { ROUTED_INSTRUMENTS, type RoutedInstrument } from '../policy.ts';
import type { DraftBody } from './draft.ts';

export interface NamedCutoff {
  readonly instrument: RoutedInstrument;
  readonly from: number;
}

/** "PHQ-9 10, GAD-7 10: Levis 2019": as the policies that are shipped name what a source speaks for. */
const NAMED = new RegExp(
  `(?<![\\w-])(${ROUTED_INSTRUMENTS.join('|')}) (\\d{1,2})(?=\\s*[,:，：、])`,
  'gi',
);

/** Cut-offs that the sources of a draft speak for and that no row of it starts with, each once. */
export function listUnusedSources({
  source,
  tables,
}: Pick<DraftBody, 'source' | 'tables'>): readonly NamedCutoff[] {
  const starts = new Set(
    tables.flatMap(({ instrument, rows }) =>
      rows.map(({ from }) => `${instrument} ${Number(from.normalize('NFKC'))}`),
    ),
  );
  const named = new Map<string, NamedCutoff>();
  for (const [, form = '', from = ''] of source.matchAll(NAMED)) {
    const instrument = form.toLowerCase() as RoutedInstrument;
    named.set(`${instrument} ${Number(from)}`, { instrument, from: Number(from) });
  }
  return [...named].filter(([name]) => !starts.has(name)).map(([, cutoff]) => cutoff);
}
