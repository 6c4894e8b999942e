import type { Paged } from '#lib/domain/referrals/pages.ts';
import type { Frame } from './frame.ts';

interface Props {
  readonly frame: Frame;
  readonly paged: Pick<Paged<unknown>, 'page' | 'pages'>;
  /** The address of a page of the list, without its locale. */
  readonly pathOf: (page: number) => string;
}

/** Where a list goes on, and back; nothing where it has one page. */
export function PageLinks({ frame, paged: { page, pages }, pathOf }: Props) {
  const { t, href } = frame;
  if (pages === 1) return null;
  return (
    <nav aria-label={t('shell.pages.label')}>
      <p>{t('shell.pages.now', { page, pages })}</p>
      <p className="actions">
        {page > 1 ? (
          <a className="alone" href={href(pathOf(page - 1))}>
            {t('shell.pages.before')}
          </a>
        ) : null}
        {page < pages ? (
          <a className="alone" href={href(pathOf(page + 1))}>
            {t('shell.pages.after')}
          </a>
        ) : null}
      </p>
    </nav>
  );
}
