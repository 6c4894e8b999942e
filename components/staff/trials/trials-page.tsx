import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';
import type { TrialState } from '#lib/domain/evaluation/trials/state.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { formatDate } from '../../layout/shell/format.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly author: string;
  readonly state: TrialState;
  readonly opensOn: string;
}

interface Props {
  readonly frame: Frame;
  readonly trials: readonly Listed[];
  readonly templates: readonly Registration[];
  readonly mayWrite: boolean;
  readonly errors: readonly FormError[];
}

/** Every comparison with its state, and what a new one can begin with. */
export function TrialsPage({ frame, trials, templates, mayWrite, ...props }: Props) {
  const { t, href } = frame;
  const errors = staffErrors(t, props.errors);
  return (
    <StaffPage frame={frame} title={t('trials.title')} current="trials" failed={errors.length > 0}>
      <ErrorSummary t={t} errors={errors} />
      <p>{t('trials.intro')}</p>
      <p>{t('trials.never')}</p>
      <p>
        <a className="alone" href={href(staffPaths.trialSize)}>
          {t('trials.size.title')}
        </a>
      </p>
      {trials.length === 0 ? <p>{t('trials.none')}</p> : <List frame={frame} trials={trials} />}
      {mayWrite ? (
        <section aria-labelledby="new">
          <h2 id="new">{t('trials.new.title')}</h2>
          <p>{t('trials.new.drafts')}</p>
          {templates.map(({ code }) => (
            <Preset key={code} frame={frame} code={code} />
          ))}
        </section>
      ) : null}
    </StaffPage>
  );
}

/** The code of a preset names its words. */
function Preset({ frame, code }: { readonly frame: Frame; readonly code: string }) {
  const { t } = frame;
  const words = (key: 'title' | 'question') =>
    t(`trials.new.presets.${code}.${key}` as 'trials.new.presets.plan-or-page.title');
  return (
    <Form frame={frame} action={staffDo(staffPaths.trials, 'draft')}>
      <h3>{words('title')}</h3>
      <p>{words('question')}</p>
      <input type="hidden" name="from" value={code} />
      <Button kind="plain">{t('trials.new.start', { title: words('title') })}</Button>
    </Form>
  );
}

function List({ frame, trials }: Pick<Props, 'frame' | 'trials'>) {
  const { t, href, locale } = frame;
  return (
    <DataTable
      caption={t('trials.list')}
      columns={[
        { key: 'title', label: t('trials.field.title') },
        { key: 'state', label: t('trials.state.title') },
        { key: 'author', label: t('trials.author') },
        { key: 'opens', label: t('trials.field.opensOn') },
      ]}
      rows={trials.map(({ id, title, code, author, state, opensOn }) => ({
        key: id,
        cells: {
          title: (
            <a href={href(staffPaths.trial(id))}>
              {title} <code>{code}</code>
            </a>
          ),
          state: t(`trials.state.${state}`),
          author,
          opens: formatDate(locale, opensOn),
        },
      }))}
      stacked
    />
  );
}
