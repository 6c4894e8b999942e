import { LANG, type Locale } from '#lib/domain/basics/locale.ts';
import type { Frame } from '../../layout/frame.ts';
import type { Marked } from './opened-item.ts';

interface Props {
  readonly frame: Frame;
  readonly text: readonly Marked[];
  readonly locale: Locale;
}

/** Marked by a line and by words, never by colour alone. */
export function MarkedText({ frame, text, locale }: Props) {
  const { t } = frame;
  const words = { risk: t('moderate.item.markRisk'), masked: t('moderate.item.markMasked') };
  return (
    <>
      <p className="whitespace-pre-wrap" lang={LANG[locale]}>
        {text.map(({ text: piece, mark }, place) =>
          mark === null ? (
            piece
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
            <mark key={place} className="marked">
              {piece}
              <small lang={frame.lang}> ({words[mark]})</small>
            </mark>
          ),
        )}
      </p>
      {text.some(({ mark }) => mark !== null) ? (
        <p className="note">{t('moderate.item.legend', words)}</p>
      ) : null}
    </>
  );
}
