import type { DisclosedMoves } from '#lib/domain/evaluation/moves.ts';
import type { KnownRoom } from '#lib/domain/evaluation/room.ts';
import type { Placement } from '#lib/domain/routing/placement.ts';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { Button } from '../../../form/button.tsx';
import { ErrorSummary } from '../../../form/error-summary.tsx';
import type { FormError } from '../../../form/errors.ts';
import { Form } from '../../../form/form.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { Notice } from '../../../layout/notice.tsx';
import { staffErrors } from '../../shell/staff-errors.ts';
import { StaffPage } from '../../shell/staff-page.tsx';
import { ClosedNow } from '../closed-now.tsx';
import { PolicyTable } from '../policy-table.tsx';
import { ofForm, sayRaise, sayRule, saySteps } from '../words/say.ts';
import { Capacity } from './capacity-table.tsx';
import { MovesTable } from './moves-table.tsx';
import { PersonForm } from './person-form.tsx';
import { RoomForm } from './room-form.tsx';

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
    readonly room: KnownRoom;
  };
  readonly typed: Readonly<Record<string, unknown>>;
  readonly mayDraft: boolean;
  /** Of the figures of the steps, and what was typed there. */
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** A policy tried before anybody is led by it: one person, the last months, and every answer there is. */
export function TryPage(props: Props) {
  const { frame, at, view, typed, errors } = props;
  const { t } = frame;
  const mends = staffErrors(t, errors);
  const read = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  return (
    <StaffPage
      frame={frame}
      title={t('policy.try.title', { name: view.name })}
      current="policy"
      up={{ path: at, text: t('policy.try.up') }}
      failed={mends.length > 0}
    >
      <ErrorSummary t={t} errors={mends} />
      {view.policy === null ? (
        <p>{t('policy.every.later')}</p>
      ) : (
        <>
          <h2>{t('policy.try.personTitle')}</h2>
          <Placed {...props} />
          <PersonForm frame={frame} action={`${at}/try`} typed={read} />
          {view.placed === null ? null : (
            <PolicyTable frame={frame} policy={view.policy} fired={firedBy(view.placed)} />
          )}
          <h2>{t('policy.try.replayTitle')}</h2>
          <Replay {...props} errors={mends} />
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

/** The floor comes last: where it decides, no row of the policy did. */
function firedBy({ reason, ruleId }: Placement): string {
  if (reason === 'crisis_floor' || reason === 'severe_floor') return reason;
  return ruleId ?? 'otherwise';
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
          {t('policy.try.placed', {
            step: saySteps(frame, placed.tier ? [placed.tier] : []),
          })}
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

function Replay({ frame, at, view: { moves, room }, mayDraft, errors, values }: Props) {
  if (moves === null) return <p>{frame.t('policy.try.tooFew')}</p>;
  return (
    <>
      <ClosedNow frame={frame} open={room.open} />
      <MovesTable frame={frame} moves={moves} />
      <Capacity frame={frame} moves={moves} room={room} />
      {mayDraft ? (
        <RoomForm
          frame={frame}
          action={`${at}/do/room`}
          room={room}
          errors={errors}
          values={values}
        />
      ) : null}
    </>
  );
}
