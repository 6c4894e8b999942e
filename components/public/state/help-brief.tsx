import { telHref } from '#lib/domain/safety/contact-links.ts';
import type { CrisisLine, EmergencyNumber } from '#lib/domain/safety/crisis-line.ts';
import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import { lineName } from '../../layout/shell/line-facts.tsx';

/** Help lines that every page of a state carries; plain data, so they show without the database. */
export interface Help {
  readonly emergency: EmergencyNumber | null;
  readonly lines: readonly CrisisLine[];
}

interface Props {
  readonly frame: Frame;
  readonly help: Help;
  /** How many lines at most. */
  readonly most?: number;
}

export function HelpBrief({ frame, help, most = 2 }: Props) {
  const { emergency, lines } = help;
  const { t, href } = frame;
  const calls = lines.filter(({ phone }) => phone !== null).slice(0, most);
  return (
    <section className="panel panel-clay" aria-labelledby="help-brief">
      <h2 id="help-brief">{t('help.brief.title')}</h2>
      <ul className="plain">
        {emergency ? (
          <li>
            {t('help.brief.emergency')}{' '}
            <a className="phone" href={telHref(emergency.phone)}>
              {emergency.phone}
            </a>
          </li>
        ) : null}
        {calls.map((line) => (
          <li key={line.id}>
            {lineName(frame, line)}{' '}
            <a className="phone" href={telHref(line.phone ?? '')}>
              {line.phone}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a className="alone" href={href(paths.help)}>
          {t('help.brief.all')}
        </a>
      </p>
    </section>
  );
}
