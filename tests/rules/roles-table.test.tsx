import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Roles } from '#components/staff/admin/roles.tsx';
import { can, PERMISSIONS } from '#lib/domain/access/permission.ts';
import { ROLES } from '#lib/domain/access/role.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { frameFor } from '../support/frame.ts';

it.each(LOCALES)('the table of roles in %s says what the code grants, cell by cell', (locale) => {
  const frame = frameFor(locale, '/staff/admin/roles');
  const html = renderToStaticMarkup(<Roles frame={frame} />);
  const cells = [...html.matchAll(/<td[^>]*>(?:<b>)?([^<]*)(?:<\/b>)?<\/td>/g)].map(
    ([, text]) => text,
  );
  const granted = PERMISSIONS.flatMap((permission) =>
    ROLES.map((role) => frame.t(can([role], permission) ? 'staff.roles.yes' : 'staff.roles.no')),
  );
  expect(cells).toEqual(granted);
});
