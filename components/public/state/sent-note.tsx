import type { Frame } from '../../layout/frame.ts';
import { gap } from '../../layout/shell/format.ts';

/** What became of what was just sent; `typed`: this browser still has it, for the form it came from. */
export type Sent = 'nothing' | 'lost' | 'typed';

interface Props {
  readonly frame: Frame;
  readonly sent: Sent;
}

export function SentNote({ frame: { t, locale }, sent }: Props) {
  if (sent === 'nothing') return null;
  return (
    <p>
      {t('shell.problem.lost')}
      {sent === 'typed' ? `${gap(locale)}${t('shell.problem.typed')}` : null}
    </p>
  );
}
