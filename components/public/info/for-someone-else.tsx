import type { EmergencyNumber } from '#lib/domain/safety/crisis-line.ts';
import { ButtonLink } from '../../form/button.tsx';
import { Document } from '../../layout/document.tsx';
import { EmergencyCard } from '../../layout/emergency-card.tsx';
import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import { gap } from '../../layout/shell/format.ts';

interface Props {
  readonly frame: Frame;
  readonly emergency: EmergencyNumber | null;
  /** The address to pass on, written out, e.g. `https://example.org/en`. */
  readonly address: string;
}

export function ForSomeoneElsePage({ frame, emergency, address }: Props) {
  const { t, href } = frame;
  return (
    <Document frame={frame} title={t('public.someone.title')}>
      <p className="lead">{t('public.someone.lead')}</p>
      <p className="actions">
        <ButtonLink href="#talk">{t('public.someone.action')}</ButtonLink>
      </p>
      <EmergencyCard t={t} emergency={emergency} />
      <p>
        {t('public.someone.lines')}
        {gap(frame.locale)}
        <a href={href(paths.help)}>{t('shell.helpNow')}</a>
      </p>
      <h2>{t('public.someone.not.title')}</h2>
      <p>{t('public.someone.not.body')}</p>
      <h2 id="talk">{t('public.someone.talk.title')}</h2>
      <ol>
        <li>{t('public.someone.talk.place')}</li>
        <li>{t('public.someone.talk.open')}</li>
        <li>{t('public.someone.talk.listen')}</li>
        <li>{t('public.someone.talk.ask')}</li>
        <li>{t('public.someone.talk.offer')}</li>
      </ol>
      <p>{t('public.someone.talk.asking')}</p>
      <h2>{t('public.someone.share.title')}</h2>
      <p>{t('public.someone.share.body')}</p>
      <p className="phone" translate="no">
        {address}
      </p>
      <h2>{t('public.someone.you.title')}</h2>
      <p>
        {t('public.someone.you.body')}
        {gap(frame.locale)}
        <a href={href(paths.services)}>{t('public.landing.services')}</a>
      </p>
    </Document>
  );
}
