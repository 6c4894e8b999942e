import type { Frame } from '../../layout/frame.ts';
import { percent } from '../research/funnel-row.ts';
import type { Typed } from './form-values.ts';

interface Props {
  readonly frame: Frame;
  /** As a share; null: so many people would show no difference at all. */
  readonly least: number | null;
  readonly values: Typed;
}

/** What the planned number can show at all, said before anything begins. */
export function Detectable({ frame, least, values }: Props) {
  const { t, lang } = frame;
  const { control = '', planned = '', power = '' } = values;
  return (
    <p className="panel panel-ink">
      {least === null
        ? t('trials.detectable.none', { planned })
        : t('trials.detectable.least', {
            planned,
            power,
            control,
            least: percent(lang, least),
            to: percent(lang, Number(control) / 100 + least),
          })}
    </p>
  );
}
