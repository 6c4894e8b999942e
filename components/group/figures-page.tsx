import type { Day } from '#lib/domain/basics/ids.ts';
import type { GroupFigures } from '#lib/domain/evaluation/group-figures.ts';
import { longDate } from '#lib/i18n/dates.ts';
import { DataTable } from '../layout/data-table.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

interface Props extends GroupFigures {
  readonly frame: Frame;
  readonly from: Day;
  readonly to: Day;
}

/** What is shown and hidden, and how fast: for everybody, in round figures. */
export function FiguresPage({ frame, from, to, counts, hours }: Props) {
  const { t, locale } = frame;
  const span = { from: longDate(locale, from), to: longDate(locale, to) };
  return (
    <Document frame={frame} title={t('group.figures.title')} back={paths.group}>
      <p>{t('group.figures.lead', span)}</p>
      <DataTable
        caption={t('group.figures.caption')}
        columns={[
          { key: 'what', label: t('group.figures.what') },
          { key: 'count', label: t('group.figures.count') },
        ]}
        rows={counts.map(({ kind, decision, count }) => ({
          key: `${kind} ${decision}`,
          cells: {
            what: t(`group.figures.row.${kind}.${decision}` as 'group.figures.row.held.show'),
            count:
              count.kind === 'shown'
                ? t('group.figures.about', { count: count.value })
                : t('group.figures.few'),
          },
        }))}
      />
      <p>
        {hours === null
          ? t('group.figures.tooFew')
          : t('group.figures.half', { hours: t(`group.figures.hours.${hours}`) })}
      </p>
    </Document>
  );
}
