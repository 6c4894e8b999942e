import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import type { Help } from './help-brief.tsx';
import { type StateAction, StatePage } from './state-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly help: Help;
  /** Where to begin again; the first page unless it is the staff's. */
  readonly home?: StateAction | undefined;
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

export function RefusedPage({ frame, status, help, home }: Props) {
  const { t } = frame;
  const reason = REASON[status];
  return (
    <StatePage
      frame={frame}
      help={help}
      title={t(`shell.refused.${reason}.title`)}
      action={home ?? { path: paths.home, text: t('shell.toStart') }}
    >
      <p>{t(`shell.refused.${reason}.body`)}</p>
    </StatePage>
  );
}
