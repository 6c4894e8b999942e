import type { DisclosedMoves } from '#lib/domain/evaluation/moves.ts';
import type { Placement } from '#lib/domain/routing/placement.ts';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import { Button } from '../../../form/button.tsx';
import { Form } from '../../../form/form.tsx';
import { TextField } from '../../../form/text-field.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { Notice } from '../../../layout/notice.tsx';
import { StaffPage } from '../../shell/staff-page.tsx';
import { PolicyTable } from '../policy-table.tsx';
import { ofForm, sayRaise, sayRule, saySteps } from '../words/say.ts';
import { CapacityTable, MovesTable } from './moves-table.tsx';
import { PersonForm } from './person-form.tsx';

interface Props {
  readonly frame: Frame;
  /** Path of the draft or version. */
  readonly at: string;
  readonly view: {
    readonly name: string;
    readonly policy: Policy | null;
    readonly placed: Placement | null;
    readonly asked: boolean;
    /** Null where too few people were checked. */
    readonly moves: DisclosedMoves | null;
  };
  readonly typed: Readonly<Record<string, unknown>>;
}

/** A policy tried before anybody is led by it: one person, the last months, and every answer there is. */
export function TryPage(props: Props) {
  const { frame, at, view, typed } = props;
  const { t } = frame;
  const read = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  return (
    <StaffPage
      frame={frame}
      title={t('policy.try.title', { name: view.name })}
      current="policy"
      up={{ path: at, text: t('policy.try.up') }}
    >
      {view.policy === null ? (
        <p>{t('policy.every.later')}</p>
      ) : (
        <>
          <h2>{t('policy.try.personTitle')}</h2>
          <Placed {...props} />
          <PersonForm frame={frame} action={`${at}/try`} typed={read} />
          {view.placed === null ? null : (
            <PolicyTable
              frame={frame}
              policy={view.policy}
              fired={view.placed.ruleId ?? 'otherwise'}
            />
          )}
          <h2>{t('policy.try.replayTitle')}</h2>
          <Replay frame={frame} at={at} moves={view.moves} read={read} />
          <h2>{t('policy.try.listTitle')}</h2>
          <p>{t('policy.try.list')}</p>
          <Form frame={frame} action={`${at}/do/list`}>
            <div className="actions">
              <Button kind="plain">{t('policy.try.listButton')}</Button>
            </div>
          </Form>
        </>
      )}
    </StaffPage>
  );
}

/** What the made-up person would be offered, and the row or rule that says so, marked. */
function Placed({ frame, view: { placed, policy }, typed }: Props) {
  const { t } = frame;
  const said = placed && policy && sayFired(frame, policy, placed.ruleId);
  if (placed === null) {
    return Object.keys(typed).includes('total') ? (
      <Notice>{t('policy.try.noPerson')}</Notice>
    ) : null;
  }
  return (
    <Notice role="status">
      <p>
        <strong>
          {t('policy.try.placed', { step: saySteps(frame, placed.tier ? [placed.tier] : []) })}
        </strong>
      </p>
      <p>{t(`policy.try.because.${placed.reason}`)}</p>
      {said === null ? null : <p>{said}</p>}
    </Notice>
  );
}

/** The row or rule that decided, as a sentence. */
function sayFired(frame: Frame, policy: Policy, ruleId: string | null): string | null {
  const raise = policy.raises.find(({ id }) => id === ruleId);
  if (raise) return sayRaise(frame, raise);
  for (const { instrument, rows } of policy.tables) {
    const row = rows.find(({ id }) => id === ruleId);
    if (row) return ofForm(frame, instrument, sayRule(frame, row));
  }
  return null;
}

interface ReplayProps extends Pick<Props, 'frame' | 'at'> {
  readonly moves: DisclosedMoves | null;
  readonly read: (name: string) => string;
}

function Replay({ frame, at, moves, read }: ReplayProps) {
  const { t } = frame;
  if (moves === null) return <p>{t('policy.try.tooFew')}</p>;
  const capacity = Object.fromEntries(
    TIERS.map((tier) => [tier, read(`room-${tier}`).trim()]),
  ) as Record<Tier, string>;
  return (
    <>
      <MovesTable frame={frame} moves={moves} />
      <CapacityTable frame={frame} moves={moves} capacity={capacity} />
      <form className="prose" method="get" action={frame.href(`${at}/try`)}>
        {TIERS.map((tier) => (
          <TextField
            key={tier}
            t={t}
            name={`room-${tier}`}
            label={t('policy.try.roomOf', { step: t(`policy.tier.${tier}`) })}
            value={capacity[tier]}
            inputMode="numeric"
            autoComplete="off"
            className="w-28"
            maxLength={5}
          />
        ))}
        <div className="actions">
          <Button kind="plain">{t('policy.try.compare')}</Button>
        </div>
      </form>
    </>
  );
}
