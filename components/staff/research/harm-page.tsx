import { can } from '#lib/domain/access/permission.ts';
import { isRole } from '#lib/domain/access/role.ts';
import type { Figure } from '#lib/domain/evaluation/figure.ts';
import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import { ButtonLink } from '../../form/button.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { CountedAtWords } from './counted-at.tsx';
import { FigureTable } from './figure-table.tsx';

interface Props {
  readonly frame: Frame;
  readonly figures: readonly Figure[];
  readonly counted: CountedAt | null;
}

/** What may be harm, of everyone: for researchers, and for clinicians, who sign what people are led to. */
export function HarmPage({ frame, figures, counted }: Props) {
  const { t, signedIn } = frame;
  const seesMore = can((signedIn?.roles ?? []).filter(isRole), 'research:funnel');
  return (
    <StaffPage
      frame={frame}
      title={t('research.harmPage.title')}
      current="harm"
      up={seesMore ? { path: staffPaths.research, text: t('research.up') } : undefined}
    >
      <CountedAtWords frame={frame} counted={counted} />
      <p>{t('research.harmPage.sooner')}</p>
      <p>{t('research.rule')}</p>
      <p>{t('research.stands')}</p>
      <p>{t('research.figures.rounded')}</p>
      {counted === null ? null : (
        <p>
          <ButtonLink kind="dusk" href={frame.href(`${staffPaths.harm}/csv`)}>
            {t('research.figures.export')}
          </ButtonLink>
        </p>
      )}
      {figures.map((figure) => (
        <FigureTable key={figure.name} frame={frame} figure={figure} />
      ))}
    </StaffPage>
  );
}
