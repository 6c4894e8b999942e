import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { formatDate } from '../../layout/shell/format.ts';
import { roleWords } from '../shell/role-words.ts';

export interface Invited {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly until: Day;
}

interface Props {
  readonly frame: Frame;
  readonly invited: readonly Invited[];
}

/** Addresses that were given out and still work; each can be made useless. */
export function OpenInvitations({ frame, invited }: Props) {
  const { t, locale } = frame;
  if (invited.length === 0) return null;
  return (
    <section>
      <h2>{t('staff.people.pending')}</h2>
      <ul>
        {invited.map(({ id, name, email, roles, until }) => (
          <li key={id}>
            <p className="m-0">
              <b>{name}</b>
              <span className="note block wrap-anywhere">{email}</span>
              {t('staff.people.until', {
                roles: roleWords(frame, roles),
                date: formatDate(locale, isoDate(until)),
              })}
            </p>
            <Form frame={frame} action={staffDo(staffPaths.people, 'withdraw')}>
              <input type="hidden" name="id" value={id} />
              <Button kind="plain">
                {t('staff.people.withdraw')}
                <span className="unseen-always">: {name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
