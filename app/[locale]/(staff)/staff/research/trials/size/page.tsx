import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { TrialSizePage } from '#components/staff/trials/size-page.tsx';
import { trialSize } from '#lib/domain/evaluation/trials/size.ts';

const FIRST = { control: '30', perArm: '250', difference: '10', power: '80' };

export default staffPage({
  permission: 'trials:read',
  path: () => staffPaths.trialSize,
  async view({ frame }, _params, { searchParams }) {
    const asked = Object.entries(await searchParams).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.slice(0, 6)]] : [],
    );
    const values = { ...FIRST, ...Object.fromEntries(asked) };
    return <TrialSizePage frame={frame} values={values} answer={trialSize(values)} />;
  },
});
