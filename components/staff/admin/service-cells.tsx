import type { ServiceState } from '#lib/domain/referrals/age.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { formatDate } from '../../layout/shell/format.ts';

export interface ListedService {
  readonly service: Service;
  readonly state: ServiceState;
  readonly confirmedToday: boolean;
}

/** One row of the directory, with what may be done to it. */
export function serviceCells(frame: Frame, { service, state, confirmedToday }: ListedService) {
  const { t, locale } = frame;
  const { id, name, area, waitDays, assuredDate, fictitious } = service;
  const said = t(`staff.services.state.${state}`);
  const act = (verb: 'confirm' | 'pause' | 'reopen') => (
    <Form frame={frame} action={staffDo(staffPaths.services, verb)}>
      <input type="hidden" name="service" value={id} />
      <Button kind="plain">
        {t(`staff.services.${verb}`)}
        <span className="unseen-always">: {name[locale]}</span>
      </Button>
    </Form>
  );
  return {
    name: (
      <>
        {name[locale]}
        {fictitious ? (
          <span className="note block font-normal">{t('staff.services.fictitious')}</span>
        ) : null}
      </>
    ),
    area,
    wait:
      waitDays === null
        ? t('staff.services.waitUnknown')
        : t('staff.services.wait', { days: waitDays }),
    assured: formatDate(locale, assuredDate),
    state: state === 'shown' ? said : <strong>{said}</strong>,
    action: (
      <>
        {confirmedToday ? null : act('confirm')}
        {act(state === 'paused' ? 'reopen' : 'pause')}
      </>
    ),
  };
}
