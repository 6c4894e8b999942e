import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import type { Help } from './help-brief.tsx';
import { StatePage } from './state-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly help: Help;
  readonly part: 'check' | 'group' | 'guidance' | 'return';
  /** Day and time in words; null = not known. */
  readonly until: string | null;
  /** Path of what stands in for it, e.g. `/next/other`; the services where nothing does. */
  readonly instead?: { readonly path: string; readonly text: string };
}

/** Closed on purpose. Says what still works; the help page never closes. */
export function ClosedPage({ frame, part, until, instead, help }: Props) {
  const { t } = frame;
  const name = t(`shell.closed.part.${part}`);
  return (
    <StatePage
      frame={frame}
      help={help}
      title={
        until === null
          ? t('shell.closed.title', { part: name })
          : t('shell.closed.titleUntil', { part: name, until })
      }
      action={instead ?? { path: paths.services, text: t('shell.closed.services') }}
    >
      <p>{t(part === 'group' ? 'shell.closed.group' : 'shell.closed.body')}</p>
    </StatePage>
  );
}
