import type { ReactNode } from 'react';
import type { Translate } from '#lib/i18n/translate.ts';

interface Props {
  readonly t: Translate;
  readonly heading: string;
  /** The code in its groups, e.g. `['4827', '1093', …]`. Absent: a slip that carries a plan. */
  readonly groups?: readonly string[];
  /** A shared device gets no copy button: the clipboard outlives the session. */
  readonly copy?: boolean;
  readonly children?: ReactNode;
}

/** What is carried away, looking the same on screen, in print and at the desk. */
export function Slip({ t, heading, groups, copy, children }: Props) {
  return (
    <section className="slip" aria-labelledby="slip">
      <h2 id="slip">{heading}</h2>
      {groups === undefined ? null : <Code groups={groups} />}
      {children}
      {copy && groups !== undefined ? (
        <p className="no-print">
          <button
            className="button button-plain"
            type="button"
            hidden
            data-enhance="copy"
            data-from="#slip-code"
            data-done={t('shell.copied')}
          >
            {t('shell.copy')}
          </button>{' '}
          <span id="copy-status" role="status" />
        </p>
      ) : null}
    </section>
  );
}

/** Read out digit by digit, never translated; the groups are kept whole and break between. */
function Code({ groups }: { readonly groups: readonly string[] }) {
  const spoken = groups.map((group) => [...group].join(' ')).join(', ');
  return (
    <p>
      <span className="unseen-always">{spoken}</span>
      <span
        className="code"
        id="slip-code"
        translate="no"
        aria-hidden="true"
        data-text={groups.join(' ')}
      >
        {groups.map((group, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be equal; their place tells them apart
          <span key={place}>{group} </span>
        ))}
      </span>
    </p>
  );
}
