import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import type { Help } from './help-brief.tsx';
import { type Sent, SentNote } from './sent-note.tsx';
import { type StateAction, StatePage } from './state-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly help: Help;
  /** Where to begin again; the first page unless it is the staff's. */
  readonly home?: StateAction | undefined;
  /** 503: known to be for a short time. */
  readonly status: 500 | 503;
  readonly sent: Sent;
}

export function ProblemPage({ frame, status, sent, help, home }: Props) {
  const { t, path } = frame;
  const again = { path, text: t('shell.problem.again') };
  return (
    <StatePage
      frame={frame}
      help={help}
      title={t('shell.problem.title')}
      action={path === paths.home ? (home ?? { path, text: t('shell.toStart') }) : again}
    >
      <SentNote t={t} sent={sent} />
      <p>{t(status === 503 ? 'shell.problem.soon' : 'shell.problem.body')}</p>
    </StatePage>
  );
}
