import { DIRECT } from '#lib/domain/pathway/entry-point.ts';
import type { Translate } from '#lib/i18n/translate.ts';

type Key = Parameters<Translate>[0];

/** A stage of a figure in words, e.g. `attended_30`: the number is a window in days. */
export function stageWords(
  t: Translate,
  figure: string,
  kind: 'stages' | 'those' | 'means',
  stage: string,
): string {
  const [, base = stage, days] = /^(.*?)(?:_(\d+))?$/.exec(stage) ?? [];
  // Every stage of every figure has a text; a test draws them all.
  const key = `research.figures.${figure}.${kind}.${base}` as Key;
  return days === undefined ? t(key) : t(key as 'research.figures.gap.stages.closed', { days });
}

/** What stands in every table, also of codes that a service made up. */
const EVERYWHERE: readonly string[] = ['all', DIRECT];

/** A group in words; a policy version or a quarter is its own name, and so are codes of the service's `own`. */
export function groupWords(t: Translate, group: string, own = false): string {
  if (own && !EVERYWHERE.includes(group)) return group;
  const key = `research.figures.groups.${group}` as Key;
  if (t.has(key)) return t(key);
  return group.length === 64 ? group.slice(0, 8) : group;
}
