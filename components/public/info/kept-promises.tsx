import type { PromisesKept } from '#lib/domain/evaluation/promises-kept.ts';
import type { Frame } from '../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  readonly kept: PromisesKept;
}

/** Under so many in 100 it is said that it is not good enough. */
const GOOD_SHARE = 90;

/** Whether guides answer by the time that was promised, also when it is bad. */
export function KeptPromises({ frame, kept }: Props) {
  const { t } = frame;
  return (
    <>
      <h2 id="answers">{t('public.about.kept.title')}</h2>
      <Figure frame={frame} kept={kept} />
      <p className="note">{t('public.about.kept.how')}</p>
    </>
  );
}

function Figure({ frame: { t }, kept }: Props) {
  switch (kept.kind) {
    case 'few':
      return <p>{t('public.about.kept.few')}</p>;
    case 'few_late':
      return <p>{t('public.about.kept.fewLate', { all: kept.all })}</p>;
    case 'few_kept':
      return <p>{t('public.about.kept.fewKept', { all: kept.all })}</p>;
    case 'both':
      return (
        <>
          <p>{t('public.about.kept.share', { share: kept.share })}</p>
          <p>{t('public.about.kept.counts', { all: kept.all, kept: kept.kept })}</p>
          <p>{t(kept.share < GOOD_SHARE ? 'public.about.kept.bad' : 'public.about.kept.good')}</p>
        </>
      );
  }
}
