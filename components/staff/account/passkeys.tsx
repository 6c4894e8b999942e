import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { PasskeyForm } from '../access/passkey-form.tsx';
import { formatWhen } from '../shell/when.ts';

export interface Passkey {
  readonly id: string;
  readonly made: LocalTime;
  readonly used: LocalTime | null;
}

interface Props {
  readonly frame: Frame;
  readonly passkeys: readonly Passkey[];
  readonly options: string;
}

const COLUMNS = ['made', 'used', 'action'] as const;

export function Passkeys({ frame, passkeys, options }: Props) {
  const { t, locale } = frame;
  const columns = COLUMNS.map((key) => ({ key, label: t(`staff.passkey.${key}`) }));
  const rows = passkeys.map(({ id, made, used }) => ({
    key: id,
    cells: {
      made: formatWhen(locale, made),
      used: used === null ? t('staff.passkey.never') : formatWhen(locale, used),
      action: (
        <Form frame={frame} action={staffDo(staffPaths.account, 'remove-passkey')}>
          <input type="hidden" name="id" value={id} />
          <Button kind="plain">{t('staff.passkey.remove')}</Button>
        </Form>
      ),
    },
  }));
  return (
    <section>
      <h2>{t('staff.passkey.title')}</h2>
      <p>{t('staff.passkey.text')}</p>
      {rows.length === 0 ? (
        <p>{t('staff.passkey.none')}</p>
      ) : (
        <DataTable caption={t('staff.passkey.caption')} columns={columns} rows={rows} stacked />
      )}
      <PasskeyForm
        frame={frame}
        action={staffDo(staffPaths.account, 'add-passkey')}
        kind="create"
        options={options}
        text={t('staff.passkey.add')}
      />
    </section>
  );
}
