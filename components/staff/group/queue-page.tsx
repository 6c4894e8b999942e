import type { Locale } from '#lib/domain/basics/locale.ts';
import type { ItemKind } from '#lib/domain/community/post.ts';
import type { Priority } from '#lib/domain/community/queue.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { sayAge } from './age.ts';
import { type Made, MadeLast } from './made-last.tsx';

export interface QueueRow {
  readonly id: string;
  readonly kind: ItemKind;
  readonly priority: Priority;
  readonly secondAsked: boolean;
  readonly locale: Locale;
  readonly waitedMs: number;
  readonly claimedBy: string | null;
  readonly mine: boolean;
  readonly handedTo: string | null;
}

/** What just happened; it is told once. */
export const QUEUE_NEWS = [
  'decided',
  'released',
  'second',
  'gone',
  'taken',
  'banned',
  'handed',
  'nobody',
] as const;

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly rows: readonly QueueRow[];
  /** High, medium, low. */
  readonly counts: readonly [number, number, number];
  readonly next: string | null;
  /** The page begins where the queue does. */
  readonly first: boolean;
  readonly needsBreak: boolean;
  readonly made: readonly Made[];
  readonly news: (typeof QUEUE_NEWS)[number] | 'nothingFree' | null;
}

/** One list for everything that waits. No text in it: only who has claimed something reads it. */
export function QueuePage(props: Props) {
  const { frame, counts, rows, news, needsBreak } = props;
  const { t, href } = frame;
  const [high, medium, low] = counts;
  return (
    <StaffPage frame={frame} title={t('moderate.title')} current="moderate">
      {news === null ? null : (
        <Notice role="status">
          <p>{t(news === 'nothingFree' ? 'moderate.nothingFree' : `moderate.news.${news}`)}</p>
        </Notice>
      )}
      {needsBreak ? (
        <section className="panel panel-clay">
          <h2>{t('moderate.rest.title')}</h2>
          <p>{t('moderate.rest.text')}</p>
          <p>
            <a href={href(staffPaths.handover)}>{t('moderate.rest.handover')}</a>
          </p>
        </section>
      ) : null}
      <p>{t('moderate.lead')}</p>
      {rows.length === 0 ? (
        <p className="lead">{t('moderate.empty')}</p>
      ) : (
        <>
          <p>{t('moderate.counts', { high, medium, low })}</p>
          <Form frame={frame} action={staffDo(staffPaths.moderate, 'claim')}>
            <div className="actions">
              <Button kind="dusk">{t('moderate.claim')}</Button>
            </div>
          </Form>
          <Waiting {...props} />
        </>
      )}
      <Links {...props} />
      <MadeLast frame={frame} timeZone={props.timeZone} made={props.made} />
    </StaffPage>
  );
}

function Waiting({ frame, rows }: Props) {
  const { t } = frame;
  const columns = ['priority', 'kind', 'language', 'age', 'who'] as const;
  return (
    <DataTable
      caption={t('moderate.caption')}
      columns={columns.map((key) => ({ key, label: t(`moderate.col.${key}`) }))}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          priority:
            row.priority === 0 ? (
              <b>{t('moderate.priority.0')}</b>
            ) : (
              t(`moderate.priority.${row.priority}`)
            ),
          kind: (
            <>
              {t(`moderate.kind.${row.kind}`)}
              {row.secondAsked ? <span className="note block">{t('moderate.second')}</span> : null}
            </>
          ),
          language: t(`inbox.languages.${row.locale}`),
          age: sayAge(t, row.waitedMs),
          who: <Who frame={frame} row={row} />,
        },
      }))}
      stacked
    />
  );
}

function Who({ frame, row }: { readonly frame: Frame; readonly row: QueueRow }) {
  const { t, href } = frame;
  if (row.mine) return <a href={href(staffPaths.groupItem(row.id))}>{t('moderate.who.mine')}</a>;
  if (row.claimedBy !== null) return row.claimedBy;
  if (row.handedTo !== null) return t('moderate.who.handed', { name: row.handedTo });
  return t('moderate.who.free');
}

function Links({ frame, next, first }: Props) {
  const { t, href } = frame;
  const links = [
    ...(next === null
      ? []
      : [[`${staffPaths.moderate}?after=${next}`, t('moderate.older')] as const]),
    [staffPaths.moderate, t(first ? 'moderate.again' : 'moderate.first')] as const,
    [staffPaths.topics, t('moderate.links.topics')] as const,
    [staffPaths.handover, t('moderate.links.handover')] as const,
  ];
  return (
    <ul className="links">
      {links.map(([path, text]) => (
        <li key={text}>
          <a href={href(path)}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
