import type { Part } from '#lib/domain/roster/pause.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { ButtonLink } from '../../form/button.tsx';
import { Document } from '../../layout/document.tsx';
import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import { type Help, HelpBrief } from './help-brief.tsx';

interface Props {
  readonly frame: Frame;
  readonly help: Help;
  readonly part: Part;
  /** In words, on the service's own clock. */
  readonly until: string;
  /** What stands in for it (decision D12). */
  readonly open: ReadonlySet<Tier>;
  /** A check was begun in this browser, and goes on there. */
  readonly goOn: string | null;
}

/** A part that staff closed for a while: until when, what is open instead, and the help lines. */
export function ClosedPage({ frame, help, part, until, open, goOn }: Props) {
  const { t, href } = frame;
  const ways = waysFor(part, open);
  return (
    <Document frame={frame} title={t(`closed.title.${part}`, { until })}>
      <p>{t('closed.why')}</p>
      <p>{t(`closed.more.${part}`)}</p>
      {goOn === null ? null : (
        <p>
          <a className="alone" href={href(goOn)}>
            {t('closed.goOn')}
          </a>
        </p>
      )}
      <h2>{t('closed.open')}</h2>
      {ways.map((way, place) => (
        <div key={way}>
          <p>{t(`closed.${way}Text`)}</p>
          <p className={place === 0 ? 'actions' : undefined}>
            {place === 0 ? (
              <ButtonLink href={href(ADDRESSES[way])}>{t(`closed.${way}`)}</ButtonLink>
            ) : (
              <a className="alone" href={href(ADDRESSES[way])}>
                {t(`closed.${way}`)}
              </a>
            )}
          </p>
        </div>
      ))}
      <p>
        <a className="alone" href={href(paths.mine)}>
          {t('closed.mine')}
        </a>
      </p>
      <HelpBrief frame={frame} help={help} />
    </Document>
  );
}

const ADDRESSES = {
  message: paths.message,
  group: paths.group,
  services: paths.services,
} as const;
type Way = keyof typeof ADDRESSES;

/** Guidance and the group stand in for each other; places to meet somebody are always named. */
function waysFor(part: Part, open: ReadonlySet<Tier>): readonly Way[] {
  const ways: Way[] = ['services'];
  if (part === 'group' && open.has('guidance')) ways.unshift('message');
  if (part === 'guidance' && open.has('community')) ways.unshift('group');
  return ways;
}
