import type { Frame } from '../../../layout/frame.ts';
import type { Mend } from './draft-notes.ts';

interface Props {
  readonly frame: Frame;
  readonly mends: readonly Mend[];
  readonly warned: boolean;
  /** What is not wrong but should be known. */
  readonly notes: readonly string[];
  readonly checked: boolean;
}

/** Whether the draft can be proposed, and if not, everything to mend with a way to it. */
export function Mends({ frame: { t }, mends, warned, notes, checked }: Props) {
  if (mends.length === 0) {
    if (checked && !warned && notes.length === 0) return null;
    return (
      <div className="notice" role="status">
        {checked ? null : (
          <p>
            <strong>{t('policy.draft.ok')}</strong>
          </p>
        )}
        {warned ? <p>{t('policy.draft.warnings')}</p> : null}
        {notes.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    );
  }
  return (
    <div
      className="error-summary prose"
      role="alert"
      tabIndex={-1}
      data-focus
      aria-labelledby="mends"
    >
      <h2 id="mends">{t('policy.draft.blocked', { count: mends.length })}</h2>
      <ul className="plain">
        {mends.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
