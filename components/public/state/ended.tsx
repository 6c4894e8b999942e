import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import { gap } from '../../layout/shell/format.ts';
import type { Help } from './help-brief.tsx';
import { StatePage } from './state-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly help: Help;
}

/** After a timeout, or after "Finish and clear" on a shared device: what went, what stayed, what now. */
export function EndedPage({ frame, help }: Props) {
  const { t, href } = frame;
  return (
    <StatePage
      frame={frame}
      help={help}
      title={t('shell.ended.title')}
      action={{ path: paths.home, text: t('shell.ended.again') }}
    >
      <p>{t('shell.ended.deleted')}</p>
      <p>{t('shell.ended.kept')}</p>
      <p>
        <a className="alone" href={href(paths.return)}>
          {t('public.landing.return')}
        </a>
      </p>
      <h2>{t('shell.ended.more.title')}</h2>
      <p>
        {t('shell.ended.more.body')}
        {gap(frame.locale)}
        <a href={href(`${paths.stayPrivate}#clear`)}>{t('shell.ended.more.how')}</a>
      </p>
    </StatePage>
  );
}
