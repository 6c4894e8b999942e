import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { formatWhen } from '../shell/when.ts';

export interface Session {
  readonly id: string;
  readonly made: LocalTime;
  readonly seen: LocalTime;
  /** The one that is looking. */
  readonly here: boolean;
}

const COLUMNS = ['made', 'seen', 'action'] as const;

export function Sessions({ frame, sessions }: { frame: Frame; sessions: readonly Session[] }) {
  const { t, locale } = frame;
  const columns = COLUMNS.map((key) => ({
    key,
    label: t(`staff.account.sessions.${key}`),
    action: key === 'action',
  }));
  const rows = sessions.map(({ id, made, seen, here }) => ({
    key: id,
    cells: {
      made: formatWhen(locale, made),
      seen: formatWhen(locale, seen),
      action: here ? t('staff.account.sessions.here') : <End frame={frame} id={id} />,
    },
  }));
  return (
    <section>
      <h2>{t('staff.account.sessions.title')}</h2>
      <p>{t('staff.account.sessions.text')}</p>
      <DataTable
        caption={t('staff.account.sessions.title')}
        columns={columns}
        rows={rows}
        stacked
      />
      {sessions.length < 2 ? null : (
        <Form frame={frame} action={staffDo(staffPaths.account, 'end')}>
          <div className="actions">
            <Button kind="dusk">{t('staff.account.sessions.endOthers')}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}

function End({ frame, id }: { readonly frame: Frame; readonly id: string }) {
  return (
    <Form frame={frame} action={staffDo(staffPaths.account, 'end')}>
      <input type="hidden" name="id" value={id} />
      <Button kind="plain">{frame.t('staff.account.sessions.end')}</Button>
    </Form>
  );
}
