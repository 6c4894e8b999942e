import { NEVER_ASSURED, type ServiceState } from '#lib/domain/referrals/age.ts';
import type { ReportCount } from '#lib/domain/referrals/report.ts';
import { isWhole, type Service } from '#lib/domain/referrals/service.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { formatDate, listOf } from '../../layout/shell/format.ts';
import { Reports } from '../directory/reports.tsx';

export interface ListedService {
  readonly service: Service;
  readonly state: ServiceState;
  readonly confirmedToday: boolean;
  readonly reports: readonly ReportCount[];
}

/** One row of the directory, with what may be done to it. */
export function serviceCells(frame: Frame, listed: ListedService) {
  const { service, state, confirmedToday, reports } = listed;
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
        <a className="alone" href={frame.href(staffPaths.service(id))}>
          {name[locale]}
        </a>
        {service.untranslated.length === 0 ? null : (
          <span className="note block font-normal">
            {t('directory.untranslated', {
              languages: listOf(
                locale,
                service.untranslated.map((one) => t(`directory.language.${one}`)),
              ),
            })}
          </span>
        )}
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
    assured:
      assuredDate === NEVER_ASSURED
        ? t('directory.neverConfirmed')
        : formatDate(locale, assuredDate),
    state: (
      <>
        {state === 'shown' ? said : <strong>{said}</strong>}
        {isWhole(service) ? null : <span className="note block">{t('directory.notWhole')}</span>}
        <Reports frame={frame} name={name[locale]} reports={reports} />
      </>
    ),
    action: (
      <>
        {confirmedToday ? null : act('confirm')}
        {state === 'paused' && !isWhole(service)
          ? null
          : act(state === 'paused' ? 'reopen' : 'pause')}
      </>
    ),
  };
}
