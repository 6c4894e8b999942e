import { isRole } from '#lib/domain/access/role.ts';
import type { Frame } from '../../layout/frame.ts';
import { listOf } from '../../layout/shell/format.ts';

/** "Clinician and Guide", in the language of the page. */
export function roleWords({ t, locale }: Frame, roles: readonly string[]): string {
  const words = roles.filter(isRole).map((role) => t(`staff.shell.roles.${role}`));
  return words.length === 0 ? t('staff.people.noRoles') : listOf(locale, words);
}
