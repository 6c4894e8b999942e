import { ButtonLink } from '../../form/button.tsx';
import type { Frame } from '../../layout/frame.ts';
import { type Help, HelpBrief } from '../../public/state/help-brief.tsx';
import { StaffPage } from './staff-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly help: Help;
  /** Known to be for a short time. */
  readonly soon: boolean;
}

/** In place of any staff page that could not be made; it asks nothing of the database. */
export function StaffProblem({ frame, help, soon }: Props) {
  const { t } = frame;
  return (
    <StaffPage frame={frame} title={t('shell.problem.title')}>
      <p>{t(soon ? 'shell.problem.soon' : 'shell.problem.body')}</p>
      <p className="actions">
        <ButtonLink kind="dusk" href={frame.href(frame.path)}>
          {t('shell.problem.again')}
        </ButtonLink>
      </p>
      <HelpBrief frame={frame} help={help} />
    </StaffPage>
  );
}
