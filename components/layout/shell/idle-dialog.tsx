import type { Frame } from '../frame.ts';
import { paths } from '../paths.ts';

/** Minutes without a sign of life after which a shared device forgets; the server counts the same. */
export const IDLE_MINUTES = 15;

/** Opened by the script two minutes before; Esc closes it and stays. */
export function IdleDialog({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  return (
    <dialog
      aria-labelledby="idle-title"
      data-idle-minutes={IDLE_MINUTES}
      data-ended={frame.href(paths.ended)}
    >
      <h2 id="idle-title">{t('shell.idle.title')}</h2>
      <p>{t('shell.idle.body')}</p>
      <form className="actions" method="dialog">
        <button className="button" type="submit">
          {t('shell.idle.stay')}
        </button>
        <button className="button button-link" type="button" id="idle-finish">
          {t('shell.finish')}
        </button>
      </form>
    </dialog>
  );
}
