import { LANG, type Locale } from '#lib/domain/basics/locale.ts';
import type { Door } from '#lib/domain/community/door.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { paths } from '../layout/paths.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { type GroupMember, Membership } from './membership.tsx';
import { Moderators } from './moderators.tsx';
import { WayCard } from './way-card.tsx';

interface Props {
  readonly frame: Frame;
  readonly door: Door;
  readonly topics: readonly {
    readonly id: string;
    readonly locale: Locale;
    readonly title: string;
    readonly closed: boolean;
  }[];
  readonly member: GroupMember | null;
  /** They have just left. */
  readonly left: boolean;
  readonly lines: readonly CrisisLine[];
}

const RULES = ['1', '2', '3', '4', '5', '6'] as const;

/** Whether this is for somebody: the rules, who is here and when, what is written about. No counts, no names. */
export function GroupPage({ frame, door, topics, member, left, lines }: Props) {
  const { t, href } = frame;
  const [line] = lines;
  return (
    <Document frame={frame} title={t('group.title')}>
      {left ? (
        <Notice role="status">
          <p>{t('group.member.left')}</p>
        </Notice>
      ) : null}
      <p className="lead">{t('group.lead')}</p>
      {member?.way ? <WayCard frame={frame} way={member.way} /> : null}
      <h2>{t('group.hours.title')}</h2>
      <Moderators frame={frame} door={door} />
      <h2>{t('group.rules.title')}</h2>
      <ol>
        {RULES.map((rule) => (
          <li key={rule}>{t(`group.rules.${rule}`)}</li>
        ))}
      </ol>
      <h2>{t('group.topics.title')}</h2>
      <p className="note">{t('group.anyone')}</p>
      {topics.length === 0 ? <p>{t('group.topics.none')}</p> : null}
      <ul className="links">
        {topics.map(({ id, locale, title, closed }) => (
          <li key={id}>
            <a href={href(paths.topic(id))} lang={LANG[locale]}>
              {title}
            </a>
            {closed ? ` (${t('group.topics.closed')})` : null}
          </li>
        ))}
      </ul>
      <Membership frame={frame} member={member} />
      <p>
        <a className="alone" href={href(paths.groupFigures)}>
          {t('group.links.figures')}
        </a>
      </p>
      <h2>{t('group.harder')}</h2>
      {line === undefined ? null : <UrgentCard frame={frame} line={line} />}
    </Document>
  );
}
