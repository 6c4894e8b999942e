import type { TrialEventKind } from '#lib/domain/evaluation/trials/state.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { moment } from '../inbox/moment.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { Acts, type May } from './acts.tsx';
import { Figures } from './figures.tsx';
import { Registered } from './registered.tsx';
import type { TrialView } from './trial-view.ts';
import { WaysShown } from './ways-shown.tsx';

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly view: TrialView;
  readonly may: May;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** The proof of one comparison: how it stands, its figures, what was registered and everything that happened since. */
export function TrialPage(props: Props) {
  const { frame, view } = props;
  const { t } = frame;
  const { registration, now } = view.trial;
  const errors = staffErrors(t, props.errors);
  return (
    <StaffPage
      frame={frame}
      title={registration.title}
      current="trials"
      failed={errors.length > 0}
      up={{ path: staffPaths.trials, text: t('trials.up') }}
    >
      <ErrorSummary t={t} errors={errors} />
      <p>
        <b>{t(`trials.state.${now.state}`)}</b>
      </p>
      {now.lookedEarly ? <p className="panel panel-ink">{t('trials.look.done')}</p> : null}
      <p>
        <a className="alone" href="#acts">
          {t('trials.acts')}
        </a>
      </p>
      {view.figures === null ? null : <Figures frame={frame} view={view} figures={view.figures} />}
      <Registered frame={frame} view={view} />
      <WaysShown t={t} ways={registration.arms.map(({ way }) => way)} />
      <Acts {...props} errors={errors} />
      <History {...props} />
    </StaffPage>
  );
}

/** What the system wrote down it did by a rule. */
const ruleOf = (kind: TrialEventKind) => (kind === 'uneven' ? 'unevenRule' : 'harmRule');

/** Appended, never changed: deviations and early looks stand among the rest. */
function History({ frame, timeZone, view }: Props) {
  const { t } = frame;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('trials.history.title')}</h2>
      <p>{t('trials.history.lead')}</p>
      <DataTable
        caption={t('trials.history.title')}
        columns={[
          { key: 'when', label: t('trials.history.when') },
          { key: 'what', label: t('trials.history.what') },
          { key: 'who', label: t('trials.history.who') },
          { key: 'note', label: t('trials.history.note') },
        ]}
        rows={view.trial.events.map(({ kind, staff, note, at }, i) => ({
          key: String(i),
          cells: {
            when: moment(frame, timeZone, at),
            what: t(`trials.event.${kind}`),
            who: staff?.name ?? t('staff.audit.system'),
            note: staff === null ? t(`trials.history.${ruleOf(kind)}`) : note,
          },
        }))}
        stacked
      />
    </section>
  );
}
