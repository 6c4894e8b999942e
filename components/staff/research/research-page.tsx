import type { CodebookField } from '#lib/domain/evaluation/codebook.ts';
import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import { Button, ButtonLink } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextArea } from '../../form/text-area.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { colon } from '../../layout/shell/format.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { CodebookTables } from './codebook-tables.tsx';

interface Props {
  readonly frame: Frame;
  readonly consented: Disclosed;
  /** Some recorded steps are not counted yet. */
  readonly waiting: boolean;
  readonly codebook: readonly CodebookField[];
  readonly mayExport: boolean;
  readonly errors: readonly FormError[];
  readonly purpose: string | undefined;
}

const OPEN = {
  gap: 'research.openGap',
  time: 'research.openTime',
  harm: 'research.openHarm',
} as const;

/** What can be asked of the data, how many agreed to it, and what every field means. */
export function ResearchPage(props: Props) {
  const { frame, consented, codebook, mayExport, waiting } = props;
  const { t } = frame;
  const errors = staffErrors(t, props.errors);
  const people =
    consented.kind === 'shown'
      ? t('research.about', { count: consented.value })
      : t('research.hiddenCount');
  return (
    <StaffPage
      frame={frame}
      title={t('research.title')}
      current="research"
      failed={errors.length > 0}
    >
      <ErrorSummary t={t} errors={errors} />
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
      <ul>
        {(['gap', 'time', 'harm'] as const).map((page) => (
          <li key={page}>
            <a href={frame.href(staffPaths[page])}>{t(OPEN[page])}</a>
          </li>
        ))}
      </ul>
      <p>{t('research.rule')}</p>
      <p>{t(waiting ? 'research.waiting' : 'research.refreshed')}</p>
      {mayExport ? <Files {...props} errors={errors} /> : null}
      <h2 id="codebook">{t('research.codebook.title')}</h2>
      <CodebookTables frame={frame} codebook={codebook} />
    </StaffPage>
  );
}

function Files({ frame, errors, purpose }: Props) {
  const { t } = frame;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t('research.files.title')}</h2>
      <p>{t('research.files.what')}</p>
      <p>{t('research.files.names')}</p>
      <p>{t('research.files.logged')}</p>
      <Form frame={frame} action="/staff/research/do/pathways">
        <TextArea
          t={t}
          name="purpose"
          label={t('research.files.purpose')}
          hint={t('research.files.purposeHint')}
          value={purpose}
          error={errorFor(errors, 'purpose')}
          rows={3}
          maxLength={500}
        />
        <div className="actions">
          <Button kind="plain">{t('research.files.pathways')}</Button>
          <button
            className="button button-plain"
            type="submit"
            formAction={frame.href('/staff/research/do/transitions')}
          >
            {t('research.files.transitions')}
          </button>
        </div>
      </Form>
      <Form frame={frame} action="/staff/research/do/codebook">
        <Button kind="plain">{t('research.files.codebook')}</Button>
      </Form>
    </section>
  );
}
