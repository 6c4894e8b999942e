import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import type { Help } from './help-brief.tsx';
import { StatePage } from './state-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly help: Help;
  readonly status: 400 | 403 | 413 | 415 | 429;
}

/** Each refusal in plain words: what was not sent, and what to do. */
const REASON = {
  400: 'unreadable',
  403: 'foreign',
  413: 'long',
  415: 'unreadable',
  429: 'often',
} as const;

export function RefusedPage({ frame, status, help }: Props) {
  const { t } = frame;
  const reason = REASON[status];
  return (
    <StatePage
      frame={frame}
      help={help}
      title={t(`shell.refused.${reason}.title`)}
      action={{ path: paths.home, text: t('shell.toStart') }}
    >
      <p>{t(`shell.refused.${reason}.body`)}</p>
    </StatePage>
  );
}
