import { expect, type Page } from '@playwright/test';
import { LEAST_SHOWN, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import {
  FUNNEL_GROUPS,
  FUNNEL_STAGES,
  type FunnelTable,
  SPLIT_STAGES,
} from '#lib/domain/evaluation/funnel.ts';
import { translate } from '#lib/i18n/translate.ts';

const GROUPS = ['all', ...FUNNEL_GROUPS] as const;
/** What is printed of a group at a stage, under `group stage`. */
type Cells = Readonly<Record<string, string>>;

/** What the page of the funnel shows, in English. */
export async function cellsOnPage(page: Page): Promise<Cells> {
  const rows = page
    .getByRole('table', { name: translate('en')('research.funnel.caption') })
    .locator('tbody tr');
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
  );
  const cells = FUNNEL_STAGES.flatMap(({ stage }, r) =>
    GROUPS.map((group, c) => [`${group} ${stage}`, texts[r]?.[c] ?? '']),
  );
  return Object.fromEntries(cells);
}

/**
 * Decision D15 over a recount of the raw rows: what is printed is the count to the nearest 5, what is under 10 is not,
 * and a good part of the others is. Which of those are hidden for the sake of others is judged by the adversary of releases.
 */
export function expectRule(
  counted: FunnelTable,
  cells: Cells,
  words: { readonly hidden: string; readonly absent: string },
): void {
  const split = new Set<string>(SPLIT_STAGES);
  const places = FUNNEL_STAGES.flatMap(({ stage }) =>
    GROUPS.map((group) => ({
      name: `${group} ${stage}`,
      printed: group === 'all' || split.has(stage),
      count: (group === 'all' ? counted.all : counted.byGroup[group])[stage],
    })),
  );
  for (const { name } of places.filter(({ printed }) => !printed)) {
    expect(cells[name], name).toBe(words.absent);
  }
  const small = places.filter(({ printed, count }) => printed && count < LEAST_SHOWN);
  for (const { name } of small) expect(cells[name], name).toBe(words.hidden);
  const large = places.filter(({ printed, count }) => printed && count >= LEAST_SHOWN);
  const shown = large.filter(({ name }) => cells[name] !== words.hidden);
  for (const { name, count } of shown) expect(cells[name], name).toBe(String(roundCount(count)));
  expect(shown.length).toBeGreaterThan(large.length / 3);
}
