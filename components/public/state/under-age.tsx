import { Document } from '../../layout/document.tsx';
import { EmergencyCard } from '../../layout/emergency-card.tsx';
import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import { gap } from '../../layout/shell/format.ts';
import { UrgentCard } from '../../layout/urgent-card.tsx';
import { HelpLine } from '../help-line.tsx';
import type { Help } from './help-brief.tsx';

interface Props {
  readonly frame: Frame;
  /** Lines for the young first. */
  readonly help: Help;
  readonly minimumAge: number;
}

/** Not an error, and nothing is stored: these questions were made for adults, and people are there. */
export function UnderAgePage({ frame, minimumAge, help }: Props) {
  const { emergency, lines } = help;
  const { t, href } = frame;
  const [first, ...others] = lines;
  return (
    <Document frame={frame} title={t('help.young.title')} back={paths.check}>
      <p className="lead">{t('help.young.lead', { age: minimumAge })}</p>
      <p>{t('help.young.count')}</p>
      <EmergencyCard t={t} emergency={emergency} />
      {first ? <UrgentCard frame={frame} line={first} /> : null}
      <h2>{t('help.young.who.title')}</h2>
      <ul>
        <li>{t('help.young.who.adult')}</li>
        <li>{t('help.young.who.school')}</li>
        <li>{t('help.young.who.doctor')}</li>
      </ul>
      <p>{t('help.young.say')}</p>
      {others.length > 0 ? <h2>{t('help.others')}</h2> : null}
      {others.map((line) => (
        <HelpLine key={line.id} frame={frame} line={line} />
      ))}
      <p>
        {t('help.young.stored')}
        {gap(frame.locale)}
        <a href={href(paths.help)}>{t('help.brief.all')}</a>
      </p>
    </Document>
  );
}
