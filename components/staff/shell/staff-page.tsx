import type { ReactNode } from 'react';
import { errorText } from '../../form/errors.ts';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { DemoNote } from '../../layout/shell/demo-note.tsx';
import { DuskBar } from './dusk-bar.tsx';
import type { StaffPlace } from './places.ts';
import { StaffList } from './staff-list.tsx';

interface Props {
  readonly frame: Frame;
  /** Names the page in the title and is its `h1`. */
  readonly title: string;
  /** The entry of the staff list that this page belongs to. */
  readonly current?: StaffPlace;
  /** True when a form came back with something to fix: the title says so first. */
  readonly failed?: boolean;
  /** Path (without locale) of the page above this one, and the word for it. */
  readonly up?: { readonly path: string; readonly text: string } | undefined;
  readonly children: ReactNode;
}

/** Wider than a page for visitors: the list stands beside tables. */
const BESIDE_LIST = 'page lg:grid lg:max-w-[80rem] lg:grid-cols-[11rem_minmax(0,1fr)] lg:gap-x-8';

/** Everything inside the body of a staff page; `<html>` is the layout's. */
export function StaffPage({ frame, title, current, failed, up, children }: Props) {
  const { t, signedIn, told } = frame;
  const page = t('shell.title.page', { page: title, service: frame.service.name });
  return (
    <>
      <title>{failed ? t('shell.title.error', { page }) : page}</title>
      <a className="skip unseen" href="#main">
        {t('staff.shell.skip')}
      </a>
      <DemoNote frame={frame} />
      <DuskBar frame={frame} />
      <div className={signedIn === null ? 'page' : BESIDE_LIST}>
        {signedIn === null ? null : <StaffList frame={frame} current={current} />}
        <main className="column" id="main" tabIndex={-1}>
          {up === undefined ? null : (
            <a className="back" href={frame.href(up.path)}>
              {up.text}
            </a>
          )}
          <h1>{title}</h1>
          {told === undefined ? null : (
            <Notice role="status">
              <p>{errorText(t, told)}</p>
            </Notice>
          )}
          {children}
        </main>
      </div>
    </>
  );
}
