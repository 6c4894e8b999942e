import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import type { Help } from './help-brief.tsx';
import { StatePage } from './state-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly help: Help;
}

export function NotFoundPage({ frame, help }: Props) {
  const { t } = frame;
  return (
    <StatePage
      frame={frame}
      help={help}
      title={t('shell.notFound.title')}
      action={{ path: paths.home, text: t('shell.toStart') }}
    >
      <p>{t('shell.notFound.body')}</p>
    </StatePage>
  );
}
