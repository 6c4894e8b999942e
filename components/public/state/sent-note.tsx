import type { Translate } from '#lib/i18n/translate.ts';

/** What became of what was just sent; `typed`: this browser still has it, for the form it came from. */
export type Sent = 'nothing' | 'lost' | 'typed';

export function SentNote({ t, sent }: { readonly t: Translate; readonly sent: Sent }) {
  if (sent === 'nothing') return null;
  return (
    <p>
      {t('shell.problem.lost')}
      {sent === 'typed' ? ` ${t('shell.problem.typed')}` : null}
    </p>
  );
}
