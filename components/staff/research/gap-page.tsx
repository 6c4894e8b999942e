import type { Figure } from '#lib/domain/evaluation/figure.ts';
import type { ShownBy } from '#lib/domain/evaluation/gap-figures.ts';
import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import { Button, ButtonLink } from '../../form/button.tsx';
import { Select } from '../../form/select.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { BarrierSentences } from './barrier-sentences.tsx';
import { CountedAtWords } from './counted-at.tsx';
import { FigureTable } from './figure-table.tsx';
import type { Version } from './gap-compared.tsx';
import { GapSentences } from './gap-sentences.tsx';
import { GapTable } from './gap-table.tsx';
import { QuadrantSentences } from './quadrant-sentences.tsx';

interface Props {
  readonly frame: Frame;
  readonly by: ShownBy;
  readonly dimensions: readonly ShownBy[];
  readonly figures: readonly Figure[];
  readonly counted: CountedAt | null;
  readonly versions: readonly Version[] | null;
}

/** Sentence, table and file of the gap, and of what stands beside it. */
export function GapPage({ frame, by, dimensions, figures, counted, versions }: Props) {
  const { t } = frame;
  const [gap, ...others] = figures;
  const own = by === 'entry_point';
  return (
    <StaffPage
      frame={frame}
      title={t('research.gapPage.title')}
      current="research"
      up={{ path: staffPaths.research, text: t('research.up') }}
    >
      <form className="prose" method="get" action={frame.href(staffPaths.gap)}>
        <Select
          t={t}
          name="by"
          label={t('research.figures.by')}
          value={by}
          options={dimensions.map((value) => ({
            value,
            text: t(`research.figures.options.${value}`),
          }))}
        />
        <Button kind="plain">{t('research.figures.show')}</Button>
      </form>
      <CountedAtWords frame={frame} counted={counted} />
      {gap === undefined ? null : (
        <GapSentences frame={frame} figure={gap} versions={versions} own={own} />
      )}
      <p>{t('research.rule')}</p>
      <p>{t('research.stands')}</p>
      <p>{t('research.figures.closed')}</p>
      <p>{t('research.figures.rounded')}</p>
      <p>{t('research.figures.latest')}</p>
      {own ? <p>{t('research.figures.entryPoints')}</p> : null}
      <p>
        <ButtonLink kind="dusk" href={frame.href(`${staffPaths.gap}/csv?by=${by}`)}>
          {t('research.figures.export')}
        </ButtonLink>
      </p>
      {gap === undefined ? null : <GapTable frame={frame} figure={gap} own={own} />}
      {others.map((figure) => (
        <FigureTable key={figure.name} frame={frame} figure={figure} folded>
          {figure.name === 'barriers' ? <BarrierSentences frame={frame} figure={figure} /> : null}
          {figure.name === 'quadrants' ? <QuadrantSentences frame={frame} figure={figure} /> : null}
        </FigureTable>
      ))}
    </StaffPage>
  );
}
