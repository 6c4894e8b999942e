import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  readonly action: string;
  readonly kind: 'create' | 'get';
  /** For the browser's own ceremony, as JSON. */
  readonly options: string;
  readonly text: string;
}

/** Shown by passkey.js alone, where the browser can do it; the typed code works everywhere. */
export function PasskeyForm({ frame, action, kind, options, text }: Props) {
  return (
    <Form frame={frame} action={action}>
      <input type="hidden" name="response" value="" />
      <div className="actions">
        <button
          className="button button-plain"
          type="submit"
          hidden
          data-passkey={kind}
          data-options={options}
        >
          {text}
        </button>
      </div>
      <p role="status" hidden>
        {frame.t('staff.passkey.error.wrong')}
      </p>
    </Form>
  );
}
