import type { Tier } from '#lib/domain/routing/tier.ts';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { sayClosed } from './words/closed.ts';

interface Props {
  readonly frame: Frame;
  readonly open: ReadonlySet<Tier>;
}

/** Tables name the step that a policy means; while it is closed people are shown another. */
export function ClosedNow({ frame, open }: Props) {
  const closed = sayClosed(frame, open);
  if (closed.length === 0) return null;
  return (
    <Notice>
      <p>{frame.t('policy.closed.title')}</p>
      <ul>
        {closed.map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
    </Notice>
  );
}
