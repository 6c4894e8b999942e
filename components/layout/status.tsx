import type { Translate } from '#lib/i18n/translate.ts';

interface Props {
  readonly t: Translate;
  readonly done: boolean;
}

/** Open work draws the eye; what is done is plain. No word of blame for either. */
export function Status({ t, done }: Props) {
  return (
    <strong className={done ? 'status status-done' : 'status status-open'}>
      {done ? t('shell.status.done') : t('shell.status.open')}
    </strong>
  );
}
