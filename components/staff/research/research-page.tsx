import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import type { Figure } from '#lib/domain/evaluation/figure.ts';
import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import { ButtonLink } from '../../form/button.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { colon } from '../../layout/shell/format.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { CountedAtWords } from './counted-at.tsx';
import { QualityTable } from './quality-table.tsx';

interface Props {
  readonly frame: Frame;
  readonly consented: Disclosed;
  readonly quality: Figure;
  readonly counted: CountedAt | null;
  readonly overdue: boolean;
}

const OPEN = {
  gap: 'research.openGap',
  time: 'research.openTime',
  harm: 'research.openHarm',
  packages: 'export.title',
  dictionary: 'export.dictionary',
} as const;

/** What can be asked of the data, how many agreed to it, and where data is taken out. */
export function ResearchPage({ frame, consented, quality, counted, overdue }: Props) {
  const { t } = frame;
  const people =
    consented.kind === 'shown'
      ? t('research.about', { count: consented.value })
      : t('research.hiddenCount');
  return (
    <StaffPage frame={frame} title={t('research.title')} current="research">
      <p>{t('research.intro')}</p>
      <p>
        {t('research.consented')}
        {colon(frame.locale)}
        <b>{people}</b>
      </p>
      <p>
        <ButtonLink kind="dusk" href={frame.href(staffPaths.funnel)}>
          {t('research.openFunnel')}
        </ButtonLink>
      </p>
      <ul className="links">
        {(['gap', 'time', 'harm', 'packages', 'dictionary'] as const).map((page) => (
          <li key={page}>
            <a href={frame.href(staffPaths[page])}>{t(OPEN[page])}</a>
          </li>
        ))}
      </ul>
      <CountedAtWords frame={frame} counted={counted} />
      {overdue ? <p>{t('research.overdue')}</p> : null}
      <p>{t('research.rule')}</p>
      <p>{t('research.stands')}</p>
      <QualityTable frame={frame} figure={quality} />
    </StaffPage>
  );
}
