import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import type { Figure } from '#lib/domain/evaluation/figure.ts';
import { HEADLINE_DAYS } from '#lib/domain/evaluation/gap-headline.ts';
import { type Gap, type GapRow, gapRows } from '#lib/domain/evaluation/gap-rows.ts';
import { Details } from '../../form/details.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { groupWords } from './figure-words.ts';
import { percent } from './funnel-row.ts';

interface Props {
  readonly frame: Frame;
  readonly figure: Figure;
  /** Its groups are codes of the service's own. */
  readonly own?: boolean;
}

/** The gap, one row for each group at the end of a window: of everyone the windows below each other, of groups a table for each window. */
export function GapTable({ frame, figure, own = false }: Props) {
  const { t } = frame;
  const rows = gapRows(figure);
  const windows = [...new Set(rows.map(({ days }) => days))];
  const within = (days: number) => t('research.figures.gap.table.within', { days });
  return (
    <section aria-labelledby="figure-gap">
      <h2 id="figure-gap">{t('research.figures.gap.title')}</h2>
      <p>{t('research.figures.gap.about')}</p>
      {figure.lines === null ? <p>{t('research.figures.tooFew')}</p> : null}
      {rows.length > 0 && rows.length === windows.length ? (
        <Rows
          frame={frame}
          caption={t('research.figures.gap.table.everyone')}
          first={t('research.figures.gap.table.window')}
          rows={rows.map((row) => ({ name: within(row.days), row }))}
        />
      ) : (
        windows.map((days) => (
          <Details key={days} summary={within(days)} open={days === HEADLINE_DAYS}>
            <Rows
              frame={frame}
              caption={within(days)}
              first={t('research.figures.group')}
              rows={rows
                .filter((row) => row.days === days)
                .map((row) => ({ name: groupWords(t, row.group, own), row }))}
            />
          </Details>
        ))
      )}
    </section>
  );
}

interface RowsProps {
  readonly frame: Frame;
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly { readonly name: string; readonly row: GapRow }[];
}

const COLUMNS = ['closed', 'went', 'verified', 'unheard', 'gap'] as const;

function Rows({ frame, caption, first, rows }: RowsProps) {
  const { t } = frame;
  return (
    <DataTable
      caption={caption}
      stacked
      columns={[
        { key: 'name', label: first },
        ...COLUMNS.map((key) => ({ key, label: t(`research.figures.gap.table.${key}`) })),
      ]}
      rows={rows.map(({ name, row }) => ({
        key: `${row.group} ${row.days}`,
        cells: {
          name,
          closed: sayCount(frame, row.closed.count),
          went: sayPart(frame, row.went, 'ofClosed'),
          verified: sayPart(frame, row.verified, 'ofWent'),
          unheard: sayPart(frame, row.unheard, 'ofClosed'),
          gap: sayGap(frame, row.gap),
        },
      }))}
    />
  );
}

const sayCount = ({ t }: Frame, count: Disclosed) =>
  count.kind === 'shown'
    ? t('research.figures.gap.table.people', { count: count.value })
    : t('research.figures.hidden');

function sayPart(
  frame: Frame,
  { count, outOf, rate, interval }: GapRow['went'],
  key: 'ofClosed' | 'ofWent',
): string {
  const { t, lang } = frame;
  if (count.kind === 'suppressed') return t('research.figures.hidden');
  if (outOf.kind === 'suppressed' || rate.kind === 'suppressed' || interval === null) {
    return t('research.figures.gap.table.countOnly', { count: count.value });
  }
  return t(`research.figures.gap.table.${key}`, {
    count: count.value,
    rate: percent(lang, rate.value),
    lo: percent(lang, interval.lo),
    hi: percent(lang, interval.hi),
    outOf: outOf.value,
  });
}

function sayGap({ t, lang }: Frame, gap: Gap | null): string {
  if (gap === null) return t('research.figures.gap.table.noGap');
  const say = (share: number) => percent(lang, share);
  const { rate, lo, hi, outOf, bounds } = gap;
  const known = { rate: say(rate), lo: say(lo), hi: say(hi), outOf };
  if (bounds === null) return t('research.figures.gap.table.gapAtMost', known);
  const { unheard, least, most } = bounds;
  const ends = { unheard, least: say(least), most: say(most) };
  return t('research.figures.gap.table.gapBetween', { ...known, ...ends });
}
