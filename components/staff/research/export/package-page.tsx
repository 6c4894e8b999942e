import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { PACKAGE_FILES } from '#lib/domain/evaluation/package/column.ts';
import { MOST_TRIES } from '#lib/domain/evaluation/package/request.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { Button } from '../../../form/button.tsx';
import { ErrorSummary } from '../../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../../form/errors.ts';
import { Form } from '../../../form/form.tsx';
import { TextArea } from '../../../form/text-area.tsx';
import { DataTable } from '../../../layout/data-table.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { staffPaths } from '../../../layout/paths.ts';
import { formatDate, gap } from '../../../layout/shell/format.ts';
import { SummaryList } from '../../../layout/summary-list.tsx';
import { staffErrors } from '../../shell/staff-errors.ts';
import { StaffPage } from '../../shell/staff-page.tsx';
import { formatWhen } from '../../shell/when.ts';
import { about } from './about.ts';
import { Holds } from './holds.tsx';
import { type Join, Joins } from './joins.tsx';
import { Merges } from './merges.tsx';
import type { RequestRow } from './requested.ts';

interface Props {
  readonly frame: Frame;
  readonly request: RequestRow;
  readonly asked: LocalTime;
  readonly joins: readonly Join[];
  readonly until: Day | null;
  readonly may: 'own' | 'yes' | 'decided';
  readonly mine: boolean;
  /** Rounded; null where this person is not told. */
  readonly people: number | 'few' | null;
  /** In English, as they lie in the package. */
  readonly terms: string | null;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** One request: what was asked, what the rule takes away, who decides, and the receipt. */
export function PackagePage(props: Props) {
  const { frame, request, asked, may } = props;
  const { t, locale } = frame;
  const errors = staffErrors(t, props.errors);
  return (
    <StaffPage
      frame={frame}
      title={t('export.open', { study: request.study.name, when: formatWhen(locale, asked) })}
      current="packages"
      failed={errors.length > 0}
      up={{ path: staffPaths.packages, text: t('export.up') }}
    >
      <ErrorSummary t={t} errors={errors} />
      <Facts {...props} />
      <Merges frame={frame} request={request} />
      <Holds {...props} />
      <Joins {...props} />
      {request.state === 'asked' && may === 'own' ? <Own {...props} /> : null}
      {may === 'yes' ? <Decide {...props} errors={errors} /> : null}
      {request.snapshotId === null ? null : <Receipt {...props} />}
    </StaffPage>
  );
}

function Facts({ frame, request }: Props) {
  const { t, locale } = frame;
  const { study, tier, purpose, filter, cutoff, state, asker, decider, note } = request;
  const pair = (term: string, value: string | null) => (value === null ? [] : [{ term, value }]);
  return (
    <>
      <SummaryList
        pairs={[
          { term: t('export.study'), value: study.name },
          {
            term: t('export.studyAbout'),
            value: <span className="whitespace-pre-wrap wrap-anywhere">{study.about}</span>,
          },
          { term: t('export.tier'), value: t(`export.tiers.${tier}`) },
          { term: t('export.who'), value: asker?.name ?? t('export.operator') },
          { term: t('export.purpose'), value: purpose },
          ...pair(t('export.from'), filter.from),
          ...pair(t('export.to'), filter.to),
          ...pair(t('export.instrument'), filter.instrument?.toUpperCase() ?? null),
          { term: t('export.cutoff'), value: formatDate(locale, isoDate(cutoff)) },
          { term: t('export.state'), value: t(`export.states.${state}`) },
          ...pair(t('export.decided'), decider?.name ?? null),
          ...pair(t('export.note'), note),
        ]}
      />
      <Making frame={frame} request={request} />
    </>
  );
}

/** How far it is, or why it came to nothing. */
function Making({ frame, request }: Pick<Props, 'frame' | 'request'>) {
  const { t, locale } = frame;
  const { state, doneFiles, failure } = request;
  if (state === 'approved')
    return (
      <p role="status">
        {t('export.progress', { done: doneFiles, all: PACKAGE_FILES.length })}
        {gap(locale)}
        <a href={frame.href(frame.path)}>{t('inbox.look')}</a>
      </p>
    );
  return failure === null ? null : <p>{t(`export.failures.${failure}`, { tries: MOST_TRIES })}</p>;
}

/** It waits for somebody else, and can be taken back until then. */
function Own({ frame, request }: Props) {
  const { t } = frame;
  return (
    <Form frame={frame} action="/staff/research/export/do/withdraw">
      <input type="hidden" name="id" value={request.id} />
      <p>{t('export.own')}</p>
      <Button kind="plain">{t('export.withdraw')}</Button>
    </Form>
  );
}

function Decide({ frame, request, errors, values }: Props) {
  const { t } = frame;
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{t('export.decide')}</h2>
      <Form frame={frame} action="/staff/research/export/do/decide">
        <input type="hidden" name="id" value={request.id} />
        <TextArea
          t={t}
          name="note"
          label={t('export.note')}
          value={values['note']}
          error={errorFor(errors, 'note')}
          rows={3}
          maxLength={500}
        />
        <div className="actions">
          <Button kind="dusk" name="decision" value="approved">
            {t('export.approve')}
          </Button>
          <Button kind="plain" name="decision" value="returned">
            {t('export.return')}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function Receipt({ frame, request, mine, until }: Props) {
  const { t, locale } = frame;
  const { id, snapshotId, people, counts, state } = request;
  return (
    <section aria-labelledby="receipt">
      <h2 id="receipt">{t('export.receipt')}</h2>
      <SummaryList
        pairs={[
          {
            term: t('export.snapshot'),
            value: <code className="wrap-anywhere">{snapshotId}</code>,
          },
          { term: t('export.people'), value: about(frame, people ?? 0) },
          ...(until === null || state !== 'ready'
            ? []
            : [{ term: t('export.until'), value: formatDate(locale, isoDate(until)) }]),
        ]}
      />
      <DataTable
        caption={t('export.rowsOfFiles')}
        columns={[
          { key: 'file', label: t('export.file') },
          { key: 'rows', label: t('export.rows'), number: true },
        ]}
        rows={PACKAGE_FILES.map((file) => ({
          key: file,
          cells: { file: `${file}.csv`, rows: about(frame, counts?.[file] ?? 0) },
        }))}
      />
      {state === 'ready' && mine ? (
        <Form frame={frame} action="/staff/research/export/do/get">
          <input type="hidden" name="id" value={id} />
          <p>{t('export.getNote')}</p>
          <Button kind="dusk">{t('export.get')}</Button>
        </Form>
      ) : null}
      {state === 'ready' && !mine ? <p>{t('export.forAsker')}</p> : null}
    </section>
  );
}
