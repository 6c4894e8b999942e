import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { PackagePage } from '#components/staff/research/export/package-page.tsx';
import { viewPackage } from '#lib/usecases/researcher/view-package.ts';

export default staffPage({
  permission: 'research:approve',
  path: ({ id = '' }) => staffPaths.package(id),
  async view({ frame, ctx, flash }, { id = '' }) {
    const view = await viewPackage(ctx, id);
    if (!view) notFound();
    const { errors = [], values = {} } = flash ?? {};
    return <PackagePage {...view} frame={frame} errors={errors} values={values} />;
  },
});
