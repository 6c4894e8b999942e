import { TextField, type TextFieldProps } from './text-field.tsx';

interface Props extends Pick<TextFieldProps, 't' | 'name' | 'label' | 'value' | 'hint' | 'error'> {
  /** `return`: numbers only. `visit`: letters and numbers. */
  readonly kind: 'return' | 'visit';
  /** A shared device must not offer the code to the next person. */
  readonly shared: boolean;
}

/**
 * One field for a code. No `pattern`, no tight `maxlength`: spaces, dashes and full-width digits are
 * welcome and are sorted out by the server; pasting and password managers work (WCAG 3.3.9).
 */
export function CodeField({ kind, shared, ...field }: Props) {
  return (
    <TextField
      {...field}
      className="input-code"
      inputMode={kind === 'return' ? 'numeric' : 'text'}
      autoComplete={shared ? 'off' : 'on'}
      spellCheck={false}
      maxLength={80}
    />
  );
}
