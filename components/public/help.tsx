import type { CrisisLine, EmergencyNumber } from '#lib/domain/safety/crisis-line.ts';
import { Document } from '../layout/document.tsx';
import { EmergencyCard } from '../layout/emergency-card.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { countryName, gap } from '../layout/shell/format.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { HelpLine } from './help-line.tsx';

interface Props {
  readonly frame: Frame;
  /** The country whose lines these are; `frame.country` may be another. */
  readonly country: string;
  readonly countries: readonly string[];
  readonly emergency: EmergencyNumber | null;
  /** The first is the one to call; none for a country that is not listed. */
  readonly lines: readonly CrisisLine[];
  /** Worldwide directory. */
  readonly fallback: { readonly name: string; readonly url: string };
}

/** Help with a person at the other end. The same for everyone, and needs no database. */
export function HelpPage(props: Props) {
  const { frame, country, emergency, lines, fallback } = props;
  const { t, locale } = frame;
  const [first, ...others] = lines;
  return (
    <Document frame={frame} title={t('help.title')}>
      <p>{t('help.lead', { country: countryName(locale, country) })}</p>
      <EmergencyCard t={t} emergency={emergency} />
      {first ? <UrgentCard frame={frame} line={first} /> : null}
      <h2>{t('help.until.title')}</h2>
      <ul>
        <li>{t('help.until.stay')}</li>
        <li>{t('help.until.away')}</li>
      </ul>
      <h2>{t('help.call.title')}</h2>
      <ol>
        <li>{t('help.call.first')}</li>
        <li>{t('help.call.second')}</li>
        <li>{t('help.call.third')}</li>
      </ol>
      {others.length > 0 ? <h2>{t('help.others')}</h2> : null}
      {others.map((line) => (
        <HelpLine key={line.id} frame={frame} line={line} />
      ))}
      <CountryForm {...props} />
      <p>
        {t('help.world')}
        {gap(locale)}
        <a href={fallback.url} rel="noreferrer">
          {fallback.name}
        </a>
      </p>
      <p>{t('shell.notKnown')}</p>
    </Document>
  );
}

/** Never guessed from the language: people travel, and a language is spoken in many countries. */
function CountryForm({ frame, country, countries }: Props) {
  const { t, locale, href } = frame;
  const named = countries
    .map((code) => ({ code, name: countryName(locale, code) }))
    .sort((a, b) => a.name.localeCompare(b.name, frame.lang));
  return (
    <form method="post" action={href(paths.help)} className="wishes">
      <div className="field">
        <label className="label" htmlFor="country">
          {t('help.country.label')}
        </label>
        <select className="input" id="country" name="country" defaultValue={country}>
          {named.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <button className="button button-plain" type="submit">
          {t('help.country.show')}
        </button>
      </div>
    </form>
  );
}
