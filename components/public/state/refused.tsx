import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import type { Help } from './help-brief.tsx';
import { type Sent, SentNote } from './sent-note.tsx';
import { type StateAction, StatePage } from './state-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly help: Help;
  /** Where staff begin again; a visitor tries the page once more, or starts. */
  readonly home?: StateAction | undefined;
  readonly status: 400 | 403 | 413 | 415 | 429;
  readonly sent: Sent;
}

/** Each refusal in plain words: what was not sent, and what to do. */
const REASON = {
  400: 'unreadable',
  403: 'foreign',
  413: 'long',
  415: 'unreadable',
  429: 'often',
} as const;

export function RefusedPage({ frame, status, sent, help, home }: Props) {
  const { t, path } = frame;
  const reason = REASON[status];
  const again = { path, text: t('shell.problem.again') };
  const start = { path: paths.home, text: t('shell.toStart') };
  // What came from elsewhere has no page of ours to go back to.
  const isOwn = status !== 403 && path !== paths.home;
  return (
    <StatePage
      frame={frame}
      help={help}
      title={t(`shell.refused.${reason}.title`)}
      action={home ?? (isOwn ? again : start)}
    >
      <p>{t(`shell.refused.${reason}.body`)}</p>
      {status === 429 ? <SentNote frame={frame} sent={sent} /> : null}
    </StatePage>
  );
}
