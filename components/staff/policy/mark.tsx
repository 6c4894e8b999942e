import type { Frame } from '../../layout/frame.ts';

/** Beside the row or rule that decided for a made-up person. */
export function Mark({ t }: Pick<Frame, 't'>) {
  return (
    <mark className="border-b-2 border-current bg-transparent font-bold text-inherit">
      {t('policy.try.fired')}
    </mark>
  );
}
