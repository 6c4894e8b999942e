import { TextField, type TextFieldProps } from './text-field.tsx';

interface Props extends Pick<TextFieldProps, 't' | 'name' | 'label' | 'value' | 'hint' | 'error'> {
  /** `return`: numbers only. `visit`: letters and numbers, read across a desk, so it is large. */
  readonly kind: 'return' | 'visit';
}

/**
 * One field for a code. No `pattern`, no tight `maxlength`: spaces, dashes and full-width digits are
 * welcome and are sorted out by the server; pasting and password managers work (WCAG 3.3.9). The browser
 * itself keeps nothing: whose device it is, nobody knows yet, and the next person must not be offered a code.
 */
export function CodeField({ kind, ...field }: Props) {
  return (
    <TextField
      {...field}
      className={kind === 'return' ? 'input-code' : 'input-code input-large'}
      inputMode={kind === 'return' ? 'numeric' : 'text'}
      autoComplete="off"
      spellCheck={false}
      maxLength={80}
    />
  );
}
