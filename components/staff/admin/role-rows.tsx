import { ROLES } from '#lib/domain/access/role.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { CheckboxRows } from '../../form/checkbox-rows.tsx';

interface Props {
  readonly t: Translate;
  readonly legend: string;
  readonly hint?: string;
  readonly values: readonly string[];
  readonly error: string | undefined;
}

/** Every role with what it may do, in words. */
export function RoleRows(props: Props) {
  const { t } = props;
  const choices = ROLES.map((value) => ({
    value,
    label: t(`staff.shell.roles.${value}`),
    hint: t(`staff.shell.can.${value}`),
  }));
  return <CheckboxRows {...props} name="roles" choices={choices} />;
}
