import { Button } from '../../form/button.tsx';
import { Details } from '../../form/details.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextArea } from '../../form/text-area.tsx';
import type { Frame } from '../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly open: boolean;
}

/** A policy from a file: pasted, since a posted file would need more than a form of ours takes. */
export function ImportForm({ frame, errors, open }: Props) {
  const { t } = frame;
  return (
    <Details summary={t('policy.import.title')} open={open}>
      <Form frame={frame} action="/staff/policy/do/import">
        <TextArea
          t={t}
          name="file"
          label={t('policy.import.label')}
          hint={t('policy.import.hint')}
          error={errorFor(errors, 'file')}
          rows={6}
          maxLength={60000}
        />
        <div className="actions">
          <Button kind="plain">{t('policy.import.button')}</Button>
        </div>
      </Form>
    </Details>
  );
}
