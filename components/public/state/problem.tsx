import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import type { Help } from './help-brief.tsx';
import { type Sent, SentNote } from './sent-note.tsx';
import { type StateAction, StatePage } from './state-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly help: Help;
  /** Where staff begin again; a visitor tries the page once more. */
  readonly home?: StateAction | undefined;
  /** 503: known to be for a short time. */
  readonly status: 500 | 503;
  readonly sent: Sent;
}

export function ProblemPage({ frame, status, sent, help, home }: Props) {
  const { t, path } = frame;
  const again = {
    path,
    text: t(path === paths.home ? 'shell.toStart' : 'shell.problem.again'),
  };
  return (
    <StatePage frame={frame} help={help} title={t('shell.problem.title')} action={home ?? again}>
      <SentNote frame={frame} sent={sent} />
      <p>{t(status === 503 ? 'shell.problem.soon' : 'shell.problem.body')}</p>
    </StatePage>
  );
}
