import type { Figure } from '#lib/domain/evaluation/figure.ts';
import { ButtonLink } from '../../form/button.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { sayRate } from './figure-table.tsx';
import { stageWords } from './figure-words.ts';

interface Props {
  readonly frame: Frame;
  readonly figure: Figure;
}

/** What limits the figures of every page: each share with what it is of, and what it means for whoever reads them. */
export function QualityTable({ frame, figure: { name, lines } }: Props) {
  const { t } = frame;
  const title = t('research.figures.quality.title');
  return (
    <section aria-labelledby="quality">
      <h2 id="quality">{title}</h2>
      {lines === null ? (
        <p>{t('research.figures.quality.tooFew')}</p>
      ) : (
        <>
          <p>{t('research.figures.quality.about')}</p>
          <DataTable
            caption={title}
            stacked
            columns={[
              { key: 'what', label: t('research.figures.what') },
              { key: 'rate', label: t('research.figures.rate') },
              { key: 'meaning', label: t('research.figures.quality.meaning') },
            ]}
            rows={lines.map((line) => ({
              key: line.stage,
              cells: {
                what: stageWords(t, name, 'stages', line.stage),
                rate: sayRate(frame, name, line),
                meaning: stageWords(t, name, 'means', line.stage),
              },
            }))}
          />
          <p>
            <ButtonLink kind="plain" href={frame.href(`${staffPaths.research}/csv`)}>
              {t('research.figures.export')}
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  );
}
