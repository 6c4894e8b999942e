import { ButtonLink } from '../../form/button.tsx';
import { Document } from '../../layout/document.tsx';
import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';

export function StayPrivatePage({ frame }: { readonly frame: Frame }) {
  const { t, href } = frame;
  return (
    <Document frame={frame} title={t('public.private.title')}>
      <p className="lead">{t('public.private.lead')}</p>
      <h2>{t('public.private.leave.title')}</h2>
      <p>{t('public.private.leave.body')}</p>
      <ul>
        <li>{t('public.private.leave.button')}</li>
        <li>{t('public.private.leave.shift')}</li>
        <li>{t('public.private.leave.forgets')}</li>
      </ul>
      <p>
        {t.rich('public.private.leave.key', {
          display: (words) => <a href={href(paths.display)}>{words}</a>,
        })}
      </p>
      <p>
        <strong>{t('public.private.leave.history')}</strong>
      </p>
      <h2>{t('public.private.shared.title')}</h2>
      <p>{t('public.private.shared.body', { option: t('check.start.device.shared') })}</p>
      <p>{t('public.private.shared.warning')}</p>
      <p className="actions">
        <ButtonLink href={href(`${paths.check}?device=shared`)}>
          {t('public.private.shared.start')}
        </ButtonLink>
      </p>
      <h2>{t('public.private.window.title')}</h2>
      <p>{t('public.private.window.body')}</p>
      <h2 id="clear">{t('public.private.clear.title')}</h2>
      <p>{t('public.private.clear.lead')}</p>
      <ul>
        <li>{t('public.private.clear.chrome')}</li>
        <li>{t('public.private.clear.safari')}</li>
        <li>{t('public.private.clear.firefox')}</li>
        <li>{t('public.private.clear.apps')}</li>
      </ul>
      <p>{t('public.private.clear.only')}</p>
      <h2>{t('public.private.code.title')}</h2>
      <p>{t('public.private.code.body')}</p>
    </Document>
  );
}
