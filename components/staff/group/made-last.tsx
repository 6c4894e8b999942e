import { DECISIONS, ITEM_KINDS } from '#lib/domain/community/post.ts';
import type { Frame } from '../../layout/frame.ts';
import { moment } from '../inbox/moment.ts';

export interface Made {
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly decision: string;
}

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly made: readonly Made[];
}

/** A moderator's own decisions of this stretch of work. */
export function MadeLast({ frame, timeZone, made }: Props) {
  const { t } = frame;
  return (
    <section>
      <h2>{t('moderate.made.title')}</h2>
      {made.length === 0 ? <p>{t('moderate.made.none')}</p> : null}
      <ul>
        {made.map(({ seq, at, ...one }) => {
          const kind = ITEM_KINDS.find((known) => known === one.kind) ?? 'held';
          const decision = DECISIONS.find((known) => known === one.decision) ?? 'show';
          return (
            <li key={seq}>
              {t('moderate.made.line', {
                when: moment(frame, timeZone, at),
                kind: t(`moderate.kind.${kind}`),
                decision: t(`moderate.decision.${decision}`),
              })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
