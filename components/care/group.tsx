import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { PersonBlock } from '../layout/person-block.tsx';
import { UrgentCard } from '../layout/urgent-card.tsx';

interface Props {
  readonly frame: Frame;
  readonly lines: readonly CrisisLine[];
}

/** Closed until a moderator is on the roster (decision D12): why, and what stands in. */
export function Group({ frame, lines }: Props) {
  const { t, href } = frame;
  const [line] = lines;
  return (
    <Document frame={frame} title={t('care.group.title')}>
      <p>{t('care.group.why')}</p>
      <p>{t('care.group.noDate')}</p>
      <PersonBlock heading={t('care.group.instead')}>
        <p>{t('care.group.writeText')}</p>
        <p className="actions">
          <ButtonLink href={href(paths.message)}>{t('care.group.write')}</ButtonLink>
        </p>
        <p>{t('care.group.visitText')}</p>
        <p>
          <a className="alone" href={href(paths.services)}>
            {t('care.group.visit')}
          </a>
        </p>
      </PersonBlock>
      <h2>{t('care.group.harder')}</h2>
      {line === undefined ? null : <UrgentCard frame={frame} line={line} />}
    </Document>
  );
}
