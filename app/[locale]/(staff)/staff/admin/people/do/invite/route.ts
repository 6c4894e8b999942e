import { z } from 'zod';
import { deskField } from '#app/_request/staff/fields.ts';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { isRole } from '#lib/domain/access/role.ts';
import { isLocale } from '#lib/domain/basics/locale.ts';
import { invitePerson } from '#lib/usecases/administrator/invite-person.ts';

const PEOPLE = '/staff/admin/people';

const REFUSED = {
  email_taken: { field: 'email', text: 'staff.people.error.taken' },
  service: { field: 'service', text: 'staff.people.error.service' },
} as const;

const ticked = <T extends string>(is: (text: string) => text is T, message: string) =>
  z
    .string()
    .default('')
    .transform((text) => [...new Set(text.split(','))].filter(is))
    .pipe(z.array(z.custom<T>()).min(1, message));

const fields = z.object({
  name: z.string().trim().min(1, 'staff.people.error.name').max(80).prefault(''),
  email: z.string().trim().max(254).pipe(z.email('staff.people.error.email')).prefault(''),
  roles: ticked(isRole, 'staff.people.error.roles'),
  service: deskField,
  languages: ticked(isLocale, 'staff.people.error.languages'),
});

export const POST = staffPost({
  permission: 'staff:manage',
  fresh: true,
  fields,
  page: () => `${PEOPLE}/invite`,
  async act(ctx, values, opened) {
    const result = await invitePerson(ctx, values);
    if (!result.ok) {
      return { back: `${PEOPLE}/invite`, errors: [REFUSED[result.error]] };
    }
    const address = `${ctx.config.origin.origin}/${ctx.locale}${result.value}`;
    return { go: PEOPLE, cookies: [tellOn(opened, PEOPLE, { address, name: values.name })] };
  },
});
