import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Joins } from '#components/staff/research/export/joins.tsx';
import { Merges } from '#components/staff/research/export/merges.tsx';
import { PackagePage } from '#components/staff/research/export/package-page.tsx';
import type { RequestRow } from '#components/staff/research/export/requested.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { FAILURES, MOST_TRIES } from '#lib/domain/evaluation/package/request.ts';
import { frameFor } from '../support/frame.ts';

const requestWith = (change: Partial<RequestRow>): RequestRow => ({
  id: '00000000-0000-4000-8000-000000000000',
  study: { id: '0', name: 'first-steps', about: '', ended: false },
  tier: 'controlled',
  purpose: 'a test',
  filter: { from: null, to: null, instrument: null },
  without: [],
  cutoff: 20_800 as Day,
  state: 'asked',
  asker: { name: 'Rui' },
  decider: null,
  note: null,
  doneFiles: 0,
  snapshotId: null,
  people: null,
  counts: null,
  merges: null,
  failure: null,
  ...change,
});

it.each(LOCALES)(
  'before anybody approves, a page in %s tells the size of no small group',
  (locale) => {
    const frame = frameFor(locale, '/staff/research/export');
    const textOf = (smallest: number) => {
      const after = { classes: 3, smallest };
      // As a row of an earlier version has it, with what was there before merging.
      const merges = {
        kind: 'levels',
        levels: { band: 1 },
        before: { classes: 9, smallest: 3 },
        after,
      };
      const request = requestWith({ merges: merges as RequestRow['merges'] });
      return renderToStaticMarkup(<Merges frame={frame} request={request} />);
    };
    expect(textOf(7)).toContain(frame.t('export.smallest', { size: frame.t('export.few') }));
    expect(textOf(7)).not.toMatch(/\b[37]\b/);
    const about = frame.t('export.about', { count: 35 });
    expect(textOf(37)).toContain(frame.t('export.smallest', { size: about }));
  },
);

it.each(LOCALES)('a package that failed says in %s what to do', (locale) => {
  const frame = frameFor(locale, '/staff/research/export');
  for (const failure of FAILURES) {
    const page = renderToStaticMarkup(
      <PackagePage
        frame={frame}
        request={requestWith({ state: 'failed', failure })}
        asked={{ day: 20_800 as Day, minute: 600 }}
        joins={[]}
        people={null}
        terms={null}
        until={null}
        may="decided"
        mine
        errors={[]}
        values={{}}
      />,
    );
    expect(page).toContain(frame.t('export.states.failed'));
    expect(page).toContain(frame.t(`export.failures.${failure}`, { tries: MOST_TRIES }));
  }
});

it.each(LOCALES)(
  'the receipt in %s tells people and rows to the nearest 5, and no small number',
  (locale) => {
    const frame = frameFor(locale, '/staff/research/export');
    const { t } = frame;
    const counts = { pathways: 343, transitions: 4_128, screenings: 521, checkins: 3 };
    const page = renderToStaticMarkup(
      <PackagePage
        frame={frame}
        request={requestWith({ state: 'ready', snapshotId: 'f'.repeat(64), people: 343, counts })}
        asked={{ day: 20_800 as Day, minute: 600 }}
        joins={[]}
        people={null}
        terms={null}
        until={20_814 as Day}
        may="decided"
        mine
        errors={[]}
        values={{}}
      />,
    );
    const rows = [...page.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text);
    const about = (count: number) => t('export.about', { count });
    expect(rows).toEqual([about(345), about(4_130), about(520), t('export.few'), t('export.few')]);
    expect(page).toContain(`>${about(345)}<`);
    expect(page).not.toMatch(/>3<|343|4,?128|521/);
  },
);

it.each(LOCALES)(
  'before anybody approves, it names in %s what could be joined with it',
  (locale) => {
    const frame = frameFor(locale, '/staff/research/export');
    const { t } = frame;
    const drawn = (request: RequestRow, joins: Parameters<typeof Joins>[0]['joins']) =>
      renderToStaticMarkup(<Joins frame={frame} request={request} joins={joins} />);
    const other = {
      ...{ id: '1', asker: { name: 'Rui' }, without: ['band'] },
      asked: { day: 20_700 as Day, minute: 600 },
    };
    const page = drawn(requestWith({ without: ['t0_kind', 'band'] }), [other]);
    expect(page).toContain(t('export.joins.can'));
    expect(page).toContain('/staff/research/export/1"');
    const cells = [...page.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text);
    expect(cells).toEqual(['Rui', 'band', 't0_kind']);
    expect(drawn(requestWith({}), [])).toContain(t('export.joins.none.controlled'));
    expect(drawn(requestWith({ tier: 'open' }), [])).toContain(t('export.joins.none.open'));
  },
);
