import { WAIT_DAYS } from '#lib/domain/pathway/payloads.ts';
import { endsDate, WAITING_WORDS } from '#lib/domain/pathway/visit-word.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { Button } from '../form/button.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';

type Place = Pick<Service, 'id' | 'name' | 'waitDays'>;

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** The chosen place, as long as visitors see it. */
  readonly service: Place | null;
  /** When the wait began, in words. */
  readonly since: string;
  readonly booked: boolean;
  /** The wait is longer than it may be. */
  readonly long: boolean;
  /** Another place where it is sooner. */
  readonly sooner: Place | null;
  /** A guide can be written to now. */
  readonly guide: boolean;
  /** People to call, where the crisis floor asks for them. */
  readonly lines: readonly CrisisLine[];
}

/** The page of somebody who waits: what else there is, what helps meanwhile, and how it is now. */
export function WaitingPage(props: Props) {
  const { frame, service, since, booked, long, lines } = props;
  const { t, locale } = frame;
  const errors = toldErrors(t, props.errors);
  return (
    <FormPage frame={frame} title={t('place.waiting.title')} errors={errors} back={paths.mine}>
      {lines.map((line) => (
        <UrgentCard key={line.id} frame={frame} line={line} />
      ))}
      {service === null ? null : (
        <p>{t('place.waiting.chosen', { service: service.name[locale], date: since })}</p>
      )}
      {booked ? <p>{t('place.waiting.booked')}</p> : null}
      {booked || service === null || service.waitDays === null ? null : (
        <p>{t('result.step.face_to_face.when', { days: service.waitDays })}</p>
      )}
      {long ? <SecondWay {...props} /> : null}
      <HowNow {...props} errors={errors} />
      <Meanwhile {...props} />
    </FormPage>
  );
}

/** A place where it is sooner, else the step that is open now. */
function SecondWay({ frame, sooner, guide }: Props) {
  const { t, locale, href } = frame;
  return (
    <section className="panel" aria-labelledby="second-way">
      <h2 id="second-way">{t('place.waiting.long')}</h2>
      <p>{t('place.waiting.both')}</p>
      {sooner === null ? null : (
        <>
          <p>
            {t('place.waiting.sooner', {
              service: sooner.name[locale],
              days: sooner.waitDays ?? 0,
            })}
          </p>
          <p>
            <a className="alone" href={href(paths.service(sooner.id))}>
              {t('place.seePlace', { service: sooner.name[locale] })}
            </a>
          </p>
        </>
      )}
      {sooner === null && guide ? (
        <p>
          {t('place.waiting.openNow')}{' '}
          <a href={href(paths.message)}>{t('result.step.guidance.title')}</a>
        </p>
      ) : null}
      <p>
        <a className="alone" href={href(paths.services)}>
          {t('care.visit.other')}
        </a>
      </p>
    </section>
  );
}

function HowNow({ frame, errors, values, booked }: Props) {
  const { t } = frame;
  const words = WAITING_WORDS.filter((word) => booked || !endsDate(word));
  return (
    <Form frame={frame} action={paths.waiting}>
      <RadioRows
        t={t}
        name="word"
        legend={t('place.waiting.legend')}
        choices={words.map((value) => ({ value, label: t(`place.waiting.word.${value}`) }))}
        value={values['word']}
        error={errorFor(errors, 'word')}
      />
      <RadioRows
        t={t}
        name="far"
        legend={t('place.waiting.far.legend')}
        hint={t('place.waiting.far.hint')}
        choices={WAIT_DAYS.map((value) => ({ value, label: t(`place.waiting.far.${value}`) }))}
        value={values['far']}
      />
      <Button>{t('checkin.send')}</Button>
    </Form>
  );
}

function Meanwhile({ frame, guide }: Props) {
  const { t, href } = frame;
  const links = [
    ...(guide ? [[paths.message, t('result.step.guidance.title')] as const] : []),
    [paths.hardTimes, t('plan.safety.title')] as const,
    [paths.again, t('mine.place.again')] as const,
    [paths.help, t('shell.helpNow')] as const,
  ];
  return (
    <>
      <h2>{t('place.waiting.meanwhile')}</h2>
      <ul className="links">
        {links.map(([path, text]) => (
          <li key={path}>
            <a href={href(path)}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
