import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import type { Help } from './help-brief.tsx';
import { type StateAction, StatePage } from './state-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly help: Help;
  /** Where to begin again; the first page unless it is the staff's. */
  readonly home?: StateAction | undefined;
}

export function NotFoundPage({ frame, help, home }: Props) {
  const { t } = frame;
  return (
    <StatePage
      frame={frame}
      help={help}
      title={t('shell.notFound.title')}
      action={home ?? { path: paths.home, text: t('shell.toStart') }}
    >
      <p>{t('shell.notFound.body')}</p>
    </StatePage>
  );
}
