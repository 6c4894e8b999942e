import { DIMENSIONS, dimensionOf } from '#lib/domain/bridges/barriers.ts';
import { BRIDGES } from '#lib/domain/bridges/bridges.ts';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { StaffPage } from '../shell/staff-page.tsx';
import { BarrierTable } from './barrier-table.tsx';
import { BridgeEntry } from './bridge-entry.tsx';

/** Every idea as visitors read it, with what it rests on: drafts are marked, and never hidden (decision D16). */
export function Bridges({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  const count = BRIDGES.filter(({ reviewedOn }) => reviewedOn === null).length;
  return (
    <StaffPage frame={frame} title={t('staff.bridges.title')} current="bridges">
      <Notice>
        <p>{t('staff.bridges.awaiting', { count, all: BRIDGES.length })}</p>
      </Notice>
      <p>{t('staff.bridges.lead')}</p>
      <p>{t('staff.bridges.notTested')}</p>
      <BarrierTable frame={frame} />
      {DIMENSIONS.map((dimension) => (
        <section key={dimension}>
          <h2>{t(`staff.bridges.dimensions.${dimension}`)}</h2>
          {BRIDGES.filter(({ barriers }) => dimensionOf(barriers[0]) === dimension).map(
            (bridge) => (
              <BridgeEntry key={bridge.id} frame={frame} bridge={bridge} />
            ),
          )}
        </section>
      ))}
    </StaffPage>
  );
}
