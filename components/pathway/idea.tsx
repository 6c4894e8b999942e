import type { Idea } from '#lib/domain/bridges/bundle.ts';
import { statementOf } from '#lib/domain/bridges/statements.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { Button } from '../form/button.tsx';
import { Details } from '../form/details.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { formatDate, join } from '../layout/shell/format.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { toldErrors } from '../screening/told-errors.ts';
import { ideaFact, type Known } from './idea-fact.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  /** The ideas for this person, in order, and which of them is shown, counted from 1. */
  readonly ideas: readonly Idea[];
  readonly k: number;
  readonly known: Known;
  /** The entry of the chosen place was not confirmed for a long time. */
  readonly stale: boolean;
  /** The ideas for people who work in health care are shown; null: there are none for these obstacles. */
  readonly forStaff: boolean | null;
  readonly lines: readonly CrisisLine[];
}

/** One idea for one obstacle: a few words, one fact, one thing to say. The rest stands behind "Other ways". */
export function IdeaPage(props: Props) {
  const { frame, ideas, k, forStaff, lines } = props;
  const { t } = frame;
  const told = toldErrors(t, props.errors);
  const idea = ideas[k - 1];
  if (!idea) return null;
  return (
    <Document
      frame={frame}
      title={t('bridges.idea.pageTitle')}
      back={paths.obstacles}
      failed={told.length > 0}
      headingless
    >
      <ErrorSummary t={t} errors={told} />
      {lines.map((line) => (
        <UrgentCard key={line.id} frame={frame} line={line} />
      ))}
      <IdeaText {...props} idea={idea} />
      <Form frame={frame} action={paths.idea(k, forStaff === true)}>
        <Button>{t('bridges.idea.plan')}</Button>
      </Form>
      <Onward {...props} />
    </Document>
  );
}

function IdeaText({ frame, idea, known, stale }: Props & { readonly idea: Idea }) {
  const { t, locale, href } = frame;
  const { bridge, barrier, named } = idea;
  const statement = named ? statementOf(barrier) : null;
  const { facts } = known;
  const checked = facts.of === 'service' && bridge.fact !== 'held' ? facts.service : null;
  return (
    <>
      <p className="caption">
        {statement === null
          ? t('bridges.idea.along')
          : t('bridges.idea.told', { statement: t(`bridges.obstacles.statement.${statement}`) })}
      </p>
      <h1>{t(`bridges.item.${bridge.id}.title`)}</h1>
      {bridge.format === 'story' ? <p className="note">{t('bridges.idea.story')}</p> : null}
      <p>{t(`bridges.item.${bridge.id}.body`)}</p>
      <p>{ideaFact(frame, bridge.fact, known)}</p>
      {checked === null ? null : (
        <p className="note">
          {join(locale, [
            t('public.services.checked', { date: formatDate(locale, checked.assuredDate) }),
            stale && t('public.services.stale'),
          ])}
        </p>
      )}
      <h2>{t('bridges.idea.say')}</h2>
      <p className="lead">{t(`bridges.item.${bridge.id}.say`)}</p>
      {bridge.link === null ? null : (
        <p>
          <a className="alone" href={href(paths[bridge.link])}>
            {t(`bridges.idea.${bridge.link}`)}
          </a>
        </p>
      )}
    </>
  );
}

function Onward({ frame, ideas, k, forStaff }: Props) {
  const { t, href } = frame;
  const at = (place: number, staff = forStaff === true) => href(paths.idea(place, staff));
  const others = ideas
    .map(({ bridge }, i) => ({ place: i + 1, id: bridge.id }))
    .filter(({ place }) => place !== k);
  return (
    <>
      {k < ideas.length ? (
        <p className="actions">
          <a href={at(k + 1)}>{t('bridges.idea.notMe')}</a>
        </p>
      ) : (
        <p>{t('bridges.idea.last')}</p>
      )}
      <Details summary={t('bridges.idea.others')}>
        <ul className="links">
          {others.map(({ place, id }) => (
            <li key={id}>
              <a href={at(place)}>{t(`bridges.item.${id}.title`)}</a>
            </li>
          ))}
        </ul>
      </Details>
      {forStaff === null ? null : (
        <p className="actions">
          <a href={at(1, !forStaff)}>{t(`bridges.idea.${forStaff ? 'everyone' : 'staff'}`)}</a>
        </p>
      )}
      {forStaff ? <p className="note">{t('bridges.idea.notKept')}</p> : null}
    </>
  );
}
