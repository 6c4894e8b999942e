import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

interface Props {
  readonly frame: Frame;
  readonly completed: boolean;
  readonly hasThread: boolean;
  readonly hasCode: boolean;
  readonly inCheck: boolean;
  readonly hasPlan: boolean;
  readonly hasPast: boolean;
  readonly hasReports: boolean;
  readonly wasInGroup: boolean;
  readonly isWaiting: boolean;
}

/** The other things there are: only those that exist. */
export function PlaceLinks({ frame, ...has }: Props) {
  const { t, href } = frame;
  const { completed, hasThread, hasCode, inCheck, hasPlan } = has;
  const mayRepeat = completed && !inCheck;
  const links = [
    ...(completed ? [[paths.next, t('mine.place.suggests')] as const] : []),
    ...(hasPlan ? [[paths.ready, t('plan.place.see')] as const] : []),
    ...(has.isWaiting ? [[paths.waiting, t('place.waiting.title')] as const] : []),
    ...(hasThread ? [[paths.messages, t('mine.place.messages')] as const] : []),
    ...(has.wasInGroup ? [[paths.groupPosts, t('group.links.mine')] as const] : []),
    ...(hasCode ? [] : [[paths.keep, t('mine.place.keep')] as const]),
    ...(mayRepeat ? [[paths.again, t('mine.place.again')] as const] : []),
    ...(has.hasPast ? [[paths.overTime, t('place.overTime.title')] as const] : []),
    ...(has.hasReports ? [[paths.myReports, t('report.mine.title')] as const] : []),
    [paths.hardTimes, t('plan.safety.title')] as const,
    [paths.research, t('mine.place.research')] as const,
    [paths.whoKnows, t('place.whoKnows.title')] as const,
    [paths.data, t('mine.place.data')] as const,
  ];
  return (
    <nav className="prose" aria-label={t('mine.place.links')}>
      <ul className="links">
        {links.map(([path, text]) => (
          <li key={path}>
            <a href={href(path)}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
