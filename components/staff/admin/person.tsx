import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { SummaryList } from '../../layout/summary-list.tsx';
import { StrandsTold, type ToldStrands } from '../roster/strands.tsx';
import { roleWords } from '../shell/role-words.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { type DeskChoice, DeskField, deskName } from './desk-field.tsx';
import type { Person as PersonFacts } from './people.tsx';
import { RoleRows } from './role-rows.tsx';
import { TeamForm } from './team-form.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly person: PersonFacts;
  /** What was ticked before the form came back. */
  readonly ticked: readonly string[] | null;
  readonly desks: readonly DeskChoice[];
  /** The service that was chosen before the form came back. */
  readonly desk: string | null;
  /** What the change would do to people who were promised an answer, and which of the two it was. */
  readonly strands: (ToldStrands & { readonly by: string }) | null;
}

/** One colleague: their roles, and whether they may sign in. Nobody changes themselves. */
export function Person({ frame, errors, person, ticked, desks, desk, strands }: Props) {
  const { t } = frame;
  const told = staffErrors(t, errors);
  const at = deskName(frame, desks, person.service);
  const state = person.disabled ? t('staff.people.disabled') : t('staff.people.active');
  return (
    <StaffPage
      frame={frame}
      title={person.name}
      current="people"
      failed={told.length > 0}
      up={{ path: staffPaths.people, text: t('staff.people.title') }}
    >
      <ErrorSummary t={t} errors={told} />
      <SummaryList
        pairs={[
          { term: t('staff.people.person.email'), value: person.email },
          { term: t('staff.people.column.roles'), value: roleWords(frame, person.roles) },
          ...(at === null ? [] : [{ term: t('staff.people.form.service'), value: at }]),
          { term: t('staff.people.column.state'), value: state },
        ]}
      />
      {person.self ? <p>{t('staff.people.person.self')}</p> : null}
      {person.self ? null : (
        <>
          <Form frame={frame} action={staffDo(staffPaths.people, 'roles')}>
            <input type="hidden" name="id" value={person.id} />
            <RoleRows
              t={t}
              legend={t('staff.people.person.roles', { name: person.name })}
              values={ticked ?? person.roles}
              error={errorFor(told, 'roles')}
            />
            <DeskField
              frame={frame}
              desks={desks}
              value={desk ?? person.service ?? ''}
              error={errorFor(told, 'service')}
            />
            {strands?.by === 'roles' ? (
              <StrandsTold frame={frame} strands={strands} errors={told} />
            ) : null}
            <div className="actions">
              <Button kind="dusk">{t('staff.people.person.save')}</Button>
            </div>
          </Form>
          <TeamForm frame={frame} person={person} />
          <Access frame={frame} person={person} strands={strands} errors={told} />
        </>
      )}
    </StaffPage>
  );
}

function Access({
  frame,
  person,
  strands,
  errors,
}: Pick<Props, 'frame' | 'person' | 'strands' | 'errors'>) {
  const { t } = frame;
  const verb = person.disabled ? 'enable' : 'disable';
  return (
    <section>
      <h2>{t(`staff.people.person.${verb}`)}</h2>
      <p>{t(`staff.people.person.${verb}Text`, { name: person.name })}</p>
      <p>{t('staff.people.person.lost')}</p>
      <Form frame={frame} action={staffDo(staffPaths.people, verb)}>
        <input type="hidden" name="id" value={person.id} />
        {strands?.by === 'disable' ? (
          <StrandsTold frame={frame} strands={strands} errors={errors} />
        ) : null}
        <div className="actions">
          <Button kind="plain">{t(`staff.people.person.${verb}`)}</Button>
        </div>
      </Form>
    </section>
  );
}
