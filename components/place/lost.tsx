import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

/** Says plainly why there is no way round the code. */
export function Lost({ frame }: { readonly frame: Frame }) {
  const { t, href } = frame;
  return (
    <Document frame={frame} title={t('mine.lost.title')} back={paths.return}>
      <p>{t('mine.lost.why')}</p>
      <p>{t('mine.lost.what')}</p>
      <p>{t('mine.lost.look')}</p>
      <p>{t('mine.lost.startText')}</p>
      <p className="actions">
        <ButtonLink href={href(paths.check)}>{t('mine.lost.again')}</ButtonLink>
        <a href={href(paths.return)}>{t('mine.lost.haveIt')}</a>
      </p>
    </Document>
  );
}
