import type { Service } from '#lib/domain/referrals/service.ts';
import { visitModesOf } from '#lib/domain/referrals/visit.ts';
import { RadioRows } from '../../form/radio-rows.tsx';
import type { Frame } from '../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  readonly service: Service;
  readonly value: string | undefined;
  readonly error: string | undefined;
}

/**
 * How the visit happened. Not chosen beforehand: what counts is who came in person, and a mark that is there
 * already would be left there. Where a service has one way only, nothing is asked.
 */
export function ModeField({ frame: { t }, service, value, error }: Props) {
  const modes = visitModesOf(service);
  const [only] = modes;
  if (modes.length === 1) return <input type="hidden" name="mode" value={only} />;
  return (
    <RadioRows
      t={t}
      name="mode"
      legend={t('desk.mode.legend')}
      choices={modes.map((mode) => ({ value: mode, label: t(`desk.mode.${mode}`) }))}
      value={value}
      error={error}
    />
  );
}
