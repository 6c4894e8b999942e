import { Button } from '../form/button.tsx';
import { CheckboxRows } from '../form/checkbox-rows.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { paths } from '../layout/paths.ts';

interface Props {
  readonly frame: Frame;
  readonly saved?: boolean;
  readonly errors?: readonly FormError[];
}

const TEXT = ['normal', 'large', 'largest'] as const;
const CONTRAST = ['normal', 'more'] as const;
const THEME = ['auto', 'light', 'dark'] as const;
const LEAVE_KEY = ['on', 'off'] as const;

/** Fields: `text`, `contrast`, `theme`, `leaveKey`, and `lowData` = `yes`. What is on now is shown as chosen. */
export function DisplayPage({ frame, saved, errors = [] }: Props) {
  const { t, display } = frame;
  const radios = [
    ['text', TEXT.map((value) => ({ value, label: t(`display.text.${value}`) }))],
    ['contrast', CONTRAST.map((value) => ({ value, label: t(`display.contrast.${value}`) }))],
    ['theme', THEME.map((value) => ({ value, label: t(`display.theme.${value}`) }))],
    ['leaveKey', LEAVE_KEY.map((value) => ({ value, label: t(`display.leaveKey.${value}`) }))],
  ] as const;
  return (
    <Document frame={frame} title={t('display.title')} failed={errors.length > 0}>
      <ErrorSummary t={t} errors={errors} />
      {saved ? (
        <Notice role="status">
          <p>{t('display.saved')}</p>
        </Notice>
      ) : null}
      <p>{t('display.lead')}</p>
      <Form frame={frame} action={paths.display}>
        {radios.map(([name, choices]) => (
          <RadioRows
            key={name}
            t={t}
            name={name}
            legend={t(`display.${name}.legend`)}
            choices={choices}
            value={display[name]}
            error={errorFor(errors, name)}
          />
        ))}
        <CheckboxRows
          t={t}
          name="lowData"
          legend={t('display.lowData.legend')}
          choices={[
            { value: 'yes', label: t('display.lowData.label'), hint: t('display.lowData.hint') },
          ]}
          values={display.lowData ? ['yes'] : []}
        />
        <Button>{t('display.save')}</Button>
      </Form>
    </Document>
  );
}
