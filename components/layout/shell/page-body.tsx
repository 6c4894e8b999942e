import type { ReactNode } from 'react';
import type { Frame } from '../frame.ts';
import { DemoNote } from './demo-note.tsx';
import { Footer } from './footer.tsx';
import { IdleDialog } from './idle-dialog.tsx';
import { FinishButton, LeaveBar, LeaveFirst } from './leave.tsx';
import { Masthead } from './masthead.tsx';

interface Props {
  readonly frame: Frame;
  readonly back?: string | undefined;
  readonly children: ReactNode;
}

/** What stands round the content of every page, always in the same order (WCAG 3.2.6). */
export function PageBody({ frame, back, children }: Props) {
  const { t, journey, shared } = frame;
  return (
    <>
      <div className="page">
        <a className="skip unseen" href="#main">
          {t('shell.skip')}
        </a>
        {journey ? <LeaveFirst frame={frame} /> : null}
        <DemoNote frame={frame} />
        <Masthead frame={frame} />
        {journey ? <LeaveBar frame={frame} /> : null}
        {back === undefined ? null : (
          <nav aria-label={t('shell.back')}>
            <a className="back" href={frame.href(back)}>
              {t('shell.back')}
            </a>
          </nav>
        )}
        <main className="column" id="main" tabIndex={-1}>
          {children}
        </main>
        {journey && shared ? <FinishButton frame={frame} /> : null}
        <Footer frame={frame} />
      </div>
      {journey && shared ? <IdleDialog frame={frame} /> : null}
    </>
  );
}
