import { ButtonLink } from '../form/button.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

/** Decision D12: where no service is open nobody meets a dead end; people to call stand above this. */
export function NothingOpen({ frame: { t, href } }: { readonly frame: Frame }) {
  return (
    <>
      <p>{t('result.noPlace')}</p>
      <p className="actions">
        <ButtonLink href={href(paths.services)}>{t('result.other.services')}</ButtonLink>
      </p>
    </>
  );
}
