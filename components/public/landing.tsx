import type { Topic } from '#lib/domain/screening/topics.ts';
import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { cameBy, paths } from '../layout/paths.ts';
import { gap, join } from '../layout/shell/format.ts';
import { TablePicture } from './table-picture.tsx';

interface Props {
  readonly frame: Frame;
  /** How many questions each topic has at first. */
  readonly questions: Readonly<Record<Topic, number>>;
  /** Until when staff closed the questions, in words; null: they did not. */
  readonly closedUntil: string | null;
}

/** Besides low mood, with which the button starts. */
const OTHER_TOPICS = ['worry', 'both'] as const;

export function Landing({ frame, questions, closedUntil }: Props) {
  const { t, href } = frame;
  const others = [
    [paths.services, t('public.landing.services')],
    [paths.return, t('public.landing.return')],
    [paths.paper, t('public.landing.paper')],
    [paths.forSomeoneElse, t('public.landing.someone')],
  ] as const;
  return (
    <Document frame={frame} title={t('public.landing.title')} headingless>
      <div className="beside">
        <div>
          <h1>{t('public.landing.title')}</h1>
          <p className="lead">{t('public.landing.lead', { n: questions.mood })}</p>
          <ul>
            <li>{t('public.landing.minutes')}</li>
            <li>{t('public.landing.noName')}</li>
            <li>{t('public.landing.stop')}</li>
            <li>{t('public.landing.notDiagnosis')}</li>
          </ul>
          <p>
            <strong>{t('public.landing.noScore')}</strong>
          </p>
          {closedUntil === null ? (
            <Start frame={frame} questions={questions} />
          ) : (
            <Notice>
              <p>{t('closed.notice', { until: closedUntil })}</p>
            </Notice>
          )}
          <p>{t('public.landing.instead')}</p>
          <ul className="links">
            {others.map(([path, text]) => (
              <li key={path}>
                <a href={href(path)}>{text}</a>
              </li>
            ))}
          </ul>
          <p className="note">
            {join(frame.locale, [t('public.landing.whoAreYou'), t('shell.storage')])}
            {gap(frame.locale)}
            <a href={href(paths.whatWeKeep)}>{t('shell.footer.keep')}</a>
          </p>
        </div>
        <TablePicture />
      </div>
    </Document>
  );
}

function Start({ frame, questions }: Pick<Props, 'frame' | 'questions'>) {
  const { t, href, from = null } = frame;
  return (
    <>
      <p className="actions">
        <ButtonLink href={href(cameBy(paths.check, from))}>{t('public.landing.start')}</ButtonLink>
      </p>
      <p>{t('public.landing.or')}</p>
      <ul className="links">
        {OTHER_TOPICS.map((topic) => (
          <li key={topic}>
            <a href={href(cameBy(paths.checkOn(topic), from))}>
              {t(`public.landing.topic.${topic}`, { n: questions[topic] })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
