import type { ReactNode } from 'react';
import type { Figure } from '#lib/domain/evaluation/figure.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { Details } from '../../form/details.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { groupWords, stageWords } from './figure-words.ts';
import { percent } from './funnel-row.ts';

interface Props {
  readonly frame: Frame;
  readonly figure: Figure;
  /** The table waits behind its sentences: several of them are a long way on a phone. */
  readonly folded?: boolean;
  /** In sentences, above the table. */
  readonly children?: ReactNode;
}

export type Line = NonNullable<Figure['lines']>[number];

/** A figure: what it is about, and each count with what it is out of, in words. */
export function FigureTable({ frame, figure, folded = false, children }: Props) {
  const { t } = frame;
  const { name, lines } = figure;
  const title = t(`research.figures.${name}.title` as 'research.figures.gap.title');
  const table = (shown: readonly Line[]) => (
    <Table frame={frame} name={name} title={title} lines={shown} />
  );
  return (
    <section aria-labelledby={`figure-${name}`}>
      <h2 id={`figure-${name}`}>{title}</h2>
      <p>{t(`research.figures.${name}.about` as Parameters<Translate>[0])}</p>
      {lines === null ? (
        <p>{t('research.figures.tooFew')}</p>
      ) : (
        <>
          {children}
          {folded ? (
            <Details summary={t('research.figures.table', { figure: title })}>
              {table(lines)}
            </Details>
          ) : (
            table(lines)
          )}
        </>
      )}
    </section>
  );
}

interface TableProps {
  readonly frame: Frame;
  readonly name: string;
  readonly title: string;
  readonly lines: readonly Line[];
}

function Table({ frame, name, title, lines }: TableProps) {
  const { t } = frame;
  const apart = lines.some(({ group }) => group !== 'all');
  return (
    <DataTable
      caption={title}
      stacked
      columns={[
        { key: 'what', label: t('research.figures.what') },
        ...(apart ? [{ key: 'group', label: t('research.figures.group') }] : []),
        { key: 'count', label: t('research.figures.count'), number: true },
        { key: 'rate', label: t('research.figures.rate') },
      ]}
      rows={lines.map((line) => ({
        key: `${line.group} ${line.stage}`,
        cells: {
          what: stageWords(t, name, 'stages', line.stage),
          group: groupWords(t, line.group),
          count: line.count.kind === 'shown' ? line.count.value : t('research.figures.hidden'),
          rate: sayRate(frame, name, line),
        },
      }))}
    />
  );
}

export function sayRate(
  { t, lang }: Frame,
  figure: string,
  { of, rate, outOf, interval }: Line,
): string {
  if (of === null || rate.kind === 'suppressed' || outOf.kind === 'suppressed' || !interval) {
    return t('research.figures.noRate');
  }
  return t('research.figures.between', {
    rate: percent(lang, rate.value),
    lo: percent(lang, interval.lo),
    hi: percent(lang, interval.hi),
    outOf: outOf.value,
    those: stageWords(t, figure, 'those', of),
  });
}
