import { can, PERMISSIONS } from '#lib/domain/access/permission.ts';
import { ROLES } from '#lib/domain/access/role.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { StaffPage } from '../shell/staff-page.tsx';

/** Who may do what, out of the one table that decides it. */
export function Roles({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  const yes = <b>{t('staff.roles.yes')}</b>;
  const columns = [
    { key: 'what', label: t('staff.roles.what') },
    ...ROLES.map((key) => ({ key, label: t(`staff.shell.roles.${key}`) })),
  ];
  const rows = PERMISSIONS.map((permission) => ({
    key: permission,
    cells: {
      what: t(`staff.roles.may.${permission}`),
      ...Object.fromEntries(
        ROLES.map((role) => [role, can([role], permission) ? yes : t('staff.roles.no')]),
      ),
    },
  }));
  return (
    <StaffPage frame={frame} title={t('staff.roles.title')} current="roles">
      <p>{t('staff.roles.lead')}</p>
      <DataTable caption={t('staff.roles.title')} columns={columns} rows={rows} stacked />
    </StaffPage>
  );
}
