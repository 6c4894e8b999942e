import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, it } from 'vitest';
import type { Permission } from '#lib/domain/access/permission.ts';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { LEAST_SHOWN, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import { countFunnel } from '#lib/domain/evaluation/funnel.ts';
import { COLUMNS } from '#lib/domain/evaluation/package/columns.ts';
import { derive } from '#lib/domain/pathway/derive.ts';
import { TRANSITION } from '#lib/domain/pathway/transition.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { madeOf, PACKAGE_LABELS } from '#lib/i18n/package-labels.ts';
import { listAudit } from '#lib/store/audit.ts';
import { beginPathway, recordSteps } from '#lib/store/record-steps.ts';
import { downloadCodebook } from '#lib/usecases/researcher/download-codebook.ts';
import { viewFunnel } from '#lib/usecases/researcher/view-funnel.ts';
import { viewResearch } from '#lib/usecases/researcher/view-research.ts';
import { countFigures } from '#lib/usecases/system/count-figures.ts';
import { makeRelease } from '#lib/usecases/system/make-release.ts';
import { testDatabase } from '../../support/database.ts';
import {
  completed,
  consent,
  newPathwayId,
  offered,
  started,
  TODAY,
  viewed,
} from '../../support/screened.ts';
import { hire, staffContextOf, type TestPerson } from '../staff/people.ts';

const test = testDatabase();
let researcher: TestPerson;
beforeAll(async () => {
  researcher = await hire(test.db, ['researcher']);
});
const as = <P extends Permission>(permission: P) => {
  const ctx = staffContextOf(test.db, researcher, permission);
  return { ...ctx, config: { ...ctx.config, databaseUrlResearch: test.urls.research } };
};

interface Way {
  readonly research: boolean;
  readonly tier: Tier;
  readonly stages: 0 | 1 | 2 | 3;
}

async function walk({ research, tier, stages }: Way) {
  const id = newPathwayId();
  const at = () => ({ id, key: randomUUID(), today: TODAY });
  const scopes = research ? (['service', 'research'] as const) : (['service'] as const);
  await beginPathway(test.db, at(), [consent([...scopes]), started()]);
  if (stages < 1) return;
  await recordSteps(test.db, at(), () => [completed(), offered({ tier })]);
  if (stages < 2) return;
  await recordSteps(test.db, at(), () => [viewed]);
  if (stages < 3) return;
  await recordSteps(test.db, at(), () => [
    {
      step: 'tier.decided',
      origin: 'user',
      policyHash: null,
      payload: { tier, decision: 'accepted', askAgainDays: null },
    },
    {
      step: 'intention.stated',
      origin: 'user',
      policyHash: null,
      payload: { target: 'face_to_face', strength: 6, horizonDays: 30, phase: 'after_step' },
    },
  ]);
}

async function walkAll(n: number, way: Way) {
  for (let i = 0; i < n; i += 1) await walk(way);
  await countFigures({ db: test.worker });
}

/** Counted from the raw rows by the owner, past every view. */
async function recount() {
  const { rows } = await test.owner.query<{ steps: unknown[] }>(`
    SELECT json_agg(json_build_object('seq', seq, 'day', day, 'step', step, 'origin', origin,
      'policyHash', policy_hash, 'payload', payload) ORDER BY seq) AS steps
    FROM subject.transition GROUP BY pathway_id`);
  const folded = rows.map(({ steps }) => derive(steps.map((step) => TRANSITION.parse(step))));
  return countFunnel(folded.filter((row) => row.researchConsent));
}

async function release(today: number) {
  await countFigures({ db: test.worker });
  const { config } = as('research:funnel');
  expect(await makeRelease({ db: test.worker, config, today: today as Day })).toBe(true);
}

it('the funnel shows nothing while fewer than 50 people have agreed', async () => {
  await walkAll(40, { research: true, tier: 'guidance', stages: 3 });
  await walkAll(30, { research: false, tier: 'guidance', stages: 3 });
  expect(await viewFunnel(as('research:funnel'), 'page')).toEqual({
    kind: 'too_few',
    counted: null,
  });
  await release(TODAY + 1);
  const counted = { kind: 'on', day: TODAY + 1 };
  expect(await viewFunnel(as('research:funnel'), 'page')).toEqual({ kind: 'too_few', counted });
  const overview = await viewResearch(as('research:funnel'));
  expect(overview.consented).toEqual({ kind: 'shown', value: 40 });
});

it('the funnel equals the rule applied to a recount of the raw rows, on the page and in the file', async () => {
  await walkAll(9, { research: true, tier: 'face_to_face', stages: 3 });
  await walkAll(13, { research: true, tier: 'community', stages: 2 });
  await walkAll(6, { research: true, tier: 'community', stages: 1 });
  await walkAll(12, { research: true, tier: 'guidance', stages: 0 });
  await walkAll(5, { research: false, tier: 'face_to_face', stages: 2 });
  const before = await viewResearch(as('research:funnel'));
  await countFigures({ db: test.worker });
  expect(await viewResearch(as('research:funnel'))).toEqual(before);
  await release(TODAY + 40);
  const expected = await recount();
  const page = await viewFunnel(as('research:funnel'), 'page');
  const file = await viewFunnel(as('research:funnel'), 'file');
  if (page.kind !== 'table' || file.kind !== 'table') throw new Error('too few');
  const countOf = (row: (typeof page.rows)[number]) =>
    (row.group === 'all' ? expected.all : expected.byGroup[row.group])[row.stage];
  for (const row of page.rows) {
    if (row.count.kind === 'shown') expect(row.count.value).toBe(roundCount(countOf(row)));
    if (countOf(row) < LEAST_SHOWN) expect(row.count.kind).toBe('suppressed');
  }
  const shown = page.rows.filter((row) => row.count.kind === 'shown').length;
  const large = page.rows.filter((row) => countOf(row) >= LEAST_SHOWN).length;
  expect(shown).toBeGreaterThan(large / 3);
  expect(page.rows).toHaveLength(7 + 4 * 6);
  expect(page.rows[0]?.count).toEqual({ kind: 'shown', value: roundCount(80) });

  const [header, ...lines] = file.csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const place = (name: string) => header?.indexOf(name) ?? -1;
  expect(lines).toHaveLength(page.rows.length);
  page.rows.forEach((row, i) => {
    const say = (cell: typeof row.count) =>
      cell.kind === 'shown' ? String(cell.value) : 'suppressed';
    expect(lines[i]?.[place('group')]).toBe(row.group);
    expect(lines[i]?.[place('stage')]).toBe(row.stage);
    expect(lines[i]?.[place('count')]).toBe(say(row.count));
    expect(lines[i]?.[place('rate')]).toBe(row.of === null ? '' : say(row.rate));
    expect(lines[i]?.[place('start_rate')]).toBe(say(row.startRate));
    expect(lines[i]?.[place('counted_on')]).toBe(isoDate((TODAY + 40) as Day));
    expect(lines[i]?.[place('suppressed_means')]).toContain('fewer than 10');
  });
  const numbers = lines.flatMap((line) =>
    [place('count'), place('out_of_count'), place('start_count')].map((p) => line[p]),
  );
  for (const n of numbers)
    if (n && n !== 'suppressed') expect(Number(n)).toBeGreaterThanOrEqual(10);
  const [entry] = await listAudit(test.db, { limit: 1 });
  expect(entry).toMatchObject({ action: 'research.funnel_downloaded', detail: { rows: 31 } });
});

it('the codebook describes every column of every file, in order, in every language', async () => {
  for (const locale of LOCALES) {
    for (const column of COLUMNS) {
      const { name, codes, codeTexts, missing } = column;
      expect(PACKAGE_LABELS.column(name, locale).length, name).toBeGreaterThan(1);
      expect(madeOf(column, locale) === column.derivation, name).toBe(locale === 'en');
      for (const code of codes ?? []) {
        expect(PACKAGE_LABELS.code(codeTexts, code, locale).length, code).toBeGreaterThan(0);
      }
      for (const reason of missing) {
        expect(PACKAGE_LABELS.missing(reason, locale).length, reason).toBeGreaterThan(1);
      }
    }
  }
  const csv = await text(await downloadCodebook(as('research:export')));
  expect(csv.trimEnd().split('\n')).toHaveLength(COLUMNS.length + 1);
});
