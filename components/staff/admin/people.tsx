import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { ButtonLink } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { formatDate } from '../../layout/shell/format.ts';
import { roleWords } from '../shell/role-words.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { type Invited, OpenInvitations } from './open-invitations.tsx';
import { PeopleTold } from './people-told.tsx';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** Whose desk this person is at. */
  readonly service: string | null;
  /** The step or the language whose messages this guide answers. */
  readonly team: string | null;
  readonly secondFactor: boolean;
  readonly lastUsed: Day | null;
  readonly disabled: boolean;
  readonly self: boolean;
}

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly people: readonly Person[];
  readonly invited: readonly Invited[];
  /** What the last post did, and the one-time address it made. */
  readonly values: Readonly<Record<string, string>>;
}

const COLUMNS = ['name', 'roles', 'factor', 'used', 'state'] as const;

export function People({ frame, errors, people, invited, values }: Props) {
  const { t } = frame;
  const told = staffErrors(t, errors);
  const columns = COLUMNS.map((key) => ({ key, label: t(`staff.people.column.${key}`) }));
  return (
    <StaffPage
      frame={frame}
      title={t('staff.people.title')}
      current="people"
      failed={told.length > 0}
    >
      <ErrorSummary t={t} errors={told} />
      <PeopleTold frame={frame} values={values} />
      <div className="actions">
        <ButtonLink kind="dusk" href={frame.href(`${staffPaths.people}/invite`)}>
          {t('staff.people.invite')}
        </ButtonLink>
      </div>
      <DataTable
        caption={t('staff.people.caption')}
        columns={columns}
        rows={people.map((person) => ({ key: person.id, cells: cellsOf(frame, person) }))}
        stacked
      />
      <OpenInvitations frame={frame} invited={invited} />
    </StaffPage>
  );
}

function cellsOf(frame: Frame, person: Person) {
  const { t, locale } = frame;
  const { id, name, email, roles, secondFactor, lastUsed, disabled, self } = person;
  const used = lastUsed === null ? t('staff.people.never') : formatDate(locale, isoDate(lastUsed));
  return {
    name: (
      <>
        {self ? (
          t('staff.people.you', { name })
        ) : (
          <a
            className="inline-flex items-center target"
            href={frame.href(`${staffPaths.people}/${id}`)}
          >
            {name}
            <span className="unseen-always">: {t('staff.people.change')}</span>
          </a>
        )}
        <span className="note block font-normal wrap-anywhere">{email}</span>
      </>
    ),
    roles: roleWords(frame, roles),
    factor: t(secondFactor ? 'staff.people.factor.yes' : 'staff.people.factor.no'),
    used,
    state: disabled ? <strong>{t('staff.people.disabled')}</strong> : t('staff.people.active'),
  };
}
