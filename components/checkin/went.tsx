import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { Status } from '../layout/status.tsx';
import { UrgentCard } from '../layout/urgent-card.tsx';

interface Props {
  readonly frame: Frame;
  readonly went: NonNullable<PathwayRow['went']>;
  /** People to call, where the crisis floor asks for them. */
  readonly lines: readonly CrisisLine[];
}

/** Each of the five answers has its own next page, with one thing to do first. */
export function Went({ frame, went, lines }: Props) {
  const { t, href } = frame;
  const [first, ...others] = waysOn(frame)[went];
  return (
    <Document frame={frame} title={t(`checkin.after.${went}.title`)} back={paths.mine}>
      {lines.map((line) => (
        <UrgentCard key={line.id} frame={frame} line={line} />
      ))}
      {went === 'done' ? (
        <p>
          <Status t={t} done />
        </p>
      ) : null}
      <p>{t(`checkin.after.${went}.body`)}</p>
      <p className="actions">
        <ButtonLink href={href(first.path)}>{first.text}</ButtonLink>
        {others.map(({ path, text }) => (
          <a key={path} href={href(path)}>
            {text}
          </a>
        ))}
      </p>
    </Document>
  );
}

interface Way {
  readonly path: string;
  readonly text: string;
}
type Ways = readonly [Way, ...Way[]];

function waysOn({ t }: Pick<Frame, 't'>): Readonly<Record<Props['went'], Ways>> {
  const place = { path: paths.mine, text: t('result.ready.myPlace') };
  const other = { path: paths.other, text: t('checkin.otherStep') };
  return {
    done: [{ path: paths.plan, text: t('checkin.plan') }, other, place],
    not_yet: [
      { path: paths.ready, text: t('checkin.same') },
      { path: paths.planFirst, text: t('checkin.smaller') },
      { path: paths.plan, text: t('checkin.time') },
    ],
    tried: [
      { path: paths.services, text: t('checkin.otherPlace') },
      { path: paths.message, text: t('checkin.guide') },
      { path: paths.about, text: t('checkin.complain') },
      other,
    ],
    changed: [other, { path: paths.notToday, text: t('checkin.stop') }],
    declined: [place],
  };
}
