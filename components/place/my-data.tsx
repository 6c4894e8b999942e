import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { Transition } from '#lib/domain/pathway/transition.ts';
import type { OwnRecord } from '#lib/domain/plan/own-record.ts';
import { Details } from '../form/details.tsx';
import type { FormError } from '../form/errors.ts';
import { DataTable } from '../layout/data-table.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { gap } from '../layout/shell/format.ts';
import { SummaryList } from '../layout/summary-list.tsx';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';
import { EraseForm } from './erase-form.tsx';
import { type KeptPost, KeptPosts } from './kept-posts.tsx';
import { type KeptReport, KeptReports } from './kept-reports.tsx';
import { type KeptVisitCode, KeptVisitCodes } from './kept-visit-codes.tsx';
import { StoredValue } from './stored-value.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** ISO 8601 */
  readonly startDate: string;
  readonly lastUsed: string;
  readonly row: PathwayRow;
  readonly transitions: readonly Transition[];
  readonly hasCode: boolean;
  /** What is stored about a thread with a guide, by its stored name. */
  readonly thread: Readonly<Record<ThreadFact, string | number | boolean | null>> | null;
  /** What only the person can open; null where nothing is kept. */
  readonly ownRecord: OwnRecord | null;
  readonly visitCodes: readonly KeptVisitCode[];
  readonly reports: readonly KeptReport[];
  readonly posts: readonly KeptPost[];
  /** This browser came with a code, so its end is asked before everything is deleted. */
  readonly askCode: boolean;
}

const THREAD_FACTS = [
  'state',
  'locale',
  'tier',
  'band',
  'openedDay',
  'openedAt',
  'promisedAt',
  'closedOn',
  'answeredOn',
  'messages',
  'mail',
  'urgency',
  'assigned',
  'team',
  'label',
  'notes',
  'drafts',
] as const;
type ThreadFact = (typeof THREAD_FACTS)[number];

/** Everything that is stored, as it is stored; to take along, or to delete. */
export function MyData(props: Props) {
  const { frame, transitions } = props;
  const { t, href } = frame;
  const told = toldErrors(t, props.errors);
  return (
    <FormPage frame={frame} title={t('mine.data.title')} errors={told} back={paths.mine}>
      <p>
        {t('mine.data.lead')}
        {gap(frame.locale)}
        {t('mine.data.asStored')}
      </p>
      <p className="actions">
        <a href="#erase">{t('mine.data.eraseTitle')}</a>
      </p>
      <Facts {...props} />
      <KeptVisitCodes frame={frame} codes={props.visitCodes} />
      <KeptReports frame={frame} reports={props.reports} />
      <KeptPosts frame={frame} posts={props.posts} />
      <DataTable
        caption={t('mine.data.steps')}
        columns={[
          { key: 'step', label: t('mine.data.step') },
          { key: 'day', label: t('mine.data.day') },
          { key: 'facts', label: t('mine.data.facts') },
        ]}
        rows={transitions.map(({ seq, day, step, payload }) => ({
          key: String(seq),
          cells: {
            step: t(`mine.data.stepName.${step}`),
            day: String(day),
            facts: <Payload frame={frame} payload={payload} />,
          },
        }))}
        stacked
      />
      <h2>{t('mine.data.take')}</h2>
      <ul className="links">
        <li>
          <a href={href(`${paths.data}/text`)}>{t('mine.data.text')}</a>
        </li>
        <li>
          <a href={href(`${paths.data}/json`)}>{t('mine.data.json')}</a>
        </li>
      </ul>
      <EraseForm {...props} errors={told} />
    </FormPage>
  );
}

function Facts({ frame, row, hasCode, ownRecord, thread, startDate, lastUsed }: Props) {
  const { t } = frame;
  const facts = [
    { term: t('mine.data.startDate'), value: startDate },
    { term: t('mine.data.lastUsed'), value: lastUsed },
    ...(Object.keys(row) as (keyof PathwayRow)[]).map((name) => ({
      term: t(`mine.data.row.${name}`),
      value: row[name],
    })),
    { term: t('mine.data.code'), value: hasCode },
    { term: t('mine.data.ownRecord'), value: ownRecord !== null },
    ...(thread === null
      ? []
      : THREAD_FACTS.map((name) => ({
          term: t(`mine.data.thread.${name}`),
          value: thread[name],
        }))),
  ];
  const empty = facts.filter(({ value }) => value === null);
  const pairs = facts
    .filter(({ value }) => value !== null)
    .map(({ term, value }) => ({ term, value: <StoredValue t={t} value={value} /> }));
  return (
    <>
      <h2>{t('mine.data.stored')}</h2>
      <SummaryList pairs={pairs} />
      {empty.length === 0 ? null : (
        <Details summary={t('mine.data.empty')}>
          <ul>
            {empty.map(({ term }) => (
              <li key={term}>{term}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function Payload({ frame, payload }: { readonly frame: Frame; readonly payload: object }) {
  const { t } = frame;
  const facts = Object.entries(payload);
  if (facts.length === 0) return t('mine.data.noFacts');
  return facts.map(([name, value]) => (
    <div key={name} translate="no">
      {name}: {JSON.stringify(value)}
    </div>
  ));
}
