import { telHref } from '#lib/domain/safety/contact-links.ts';
import type { EmergencyNumber } from '#lib/domain/safety/crisis-line.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { ButtonLink } from '../form/button.tsx';

interface Props {
  readonly t: Translate;
  /** Null where the country is not known: the local number, without a number. */
  readonly emergency: Pick<EmergencyNumber, 'phone'> | null;
}

/** Ember: life in danger, now. Complete in itself; nothing in it leads to reading matter. */
export function EmergencyCard({ t, emergency }: Props) {
  return (
    <section className="panel panel-ember" aria-labelledby="emergency">
      <h2 id="emergency">
        <span className="unseen-always">{t('shell.emergency.level')} </span>
        {emergency
          ? t('shell.emergency.heading', { phone: emergency.phone })
          : t('shell.emergency.headingLocal')}
      </h2>
      <ul>
        <li>{t('shell.emergency.hurt')}</li>
        <li>{t('shell.emergency.plan')}</li>
        <li>{t('shell.emergency.unsafe')}</li>
      </ul>
      {emergency ? (
        <p className="actions">
          <ButtonLink kind="ember" href={telHref(emergency.phone)}>
            {t('shell.line.call', { phone: emergency.phone })}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  );
}
