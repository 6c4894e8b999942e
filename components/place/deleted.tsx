import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { gap } from '../layout/shell/format.ts';

export function Deleted({ frame }: { readonly frame: Frame }) {
  const { t, href } = frame;
  return (
    <Document frame={frame} title={t('mine.deleted.title')}>
      <p>{t('mine.deleted.what')}</p>
      <h2>{t('mine.deleted.oneMore')}</h2>
      <p>
        {t('mine.deleted.history')}
        {gap(frame.locale)}
        <a href={href(paths.stayPrivate)}>{t('mine.deleted.how')}</a>
      </p>
      <p className="actions">
        <ButtonLink href={href(paths.home)}>{t('mine.deleted.start')}</ButtonLink>
      </p>
    </Document>
  );
}
