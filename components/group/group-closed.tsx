import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { PersonBlock } from '../layout/person-block.tsx';
import { UrgentCard } from '../layout/urgent-card.tsx';

interface Props {
  readonly frame: Frame;
  /** There may be posts of theirs. */
  readonly known: boolean;
  readonly lines: readonly CrisisLine[];
}

/** Nobody is on the roster of the next days: why it is closed, and what stands in (decision D12). */
export function GroupClosed({ frame, known, lines }: Props) {
  const { t, href } = frame;
  const [line] = lines;
  return (
    <Document frame={frame} title={t('group.closed.title')}>
      <p>{t('group.closed.roster')}</p>
      <p>{t('group.closed.noDate')}</p>
      <PersonBlock heading={t('group.instead.title')}>
        <p>{t('group.instead.writeText')}</p>
        <p className="actions">
          <ButtonLink href={href(paths.message)}>{t('group.instead.write')}</ButtonLink>
        </p>
        <p>{t('group.instead.visitText')}</p>
        <p>
          <a className="alone" href={href(paths.services)}>
            {t('group.instead.visit')}
          </a>
        </p>
      </PersonBlock>
      {known ? (
        <p>
          {t('group.closed.own')} <a href={href(paths.groupPosts)}>{t('group.links.mine')}</a>
        </p>
      ) : null}
      <h2>{t('group.harder')}</h2>
      {line === undefined ? null : <UrgentCard frame={frame} line={line} />}
    </Document>
  );
}
