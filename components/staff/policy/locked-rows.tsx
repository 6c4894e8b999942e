import type { Frame } from '../../layout/frame.ts';
import { Mark } from './mark.tsx';

interface Props {
  readonly frame: Frame;
  /** The floor that decided for a made-up person, if one did. */
  readonly fired?: string | undefined;
}

const FLOORS: Readonly<Record<string, string>> = { crisis_floor: 'above', severe_floor: 'severe' };

/** What no policy can change: first on every page that shows a table, without a control. */
export function LockedRows({ frame: { t }, fired }: Props) {
  return (
    <section aria-labelledby="locked">
      <h3 id="locked">{t('policy.locked.title')}</h3>
      <ul className="links">
        {(['above', 'skipped', 'severe'] as const).map((row) => (
          <li key={row} className="flex items-center gap-x-3 py-2">
            <Lock label={t('policy.locked.mark')} />
            <span>
              {t(`policy.locked.${row}`)} {row === FLOORS[fired ?? ''] ? <Mark t={t} /> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lock({ label }: { readonly label: string }) {
  return (
    <svg
      className="shrink-0"
      width="22"
      height="22"
      viewBox="0 0 22 22"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      role="img"
      aria-label={label}
    >
      <rect x="4" y="10" width="14" height="9" rx="1" />
      <path d="M7 10V7a4 4 0 0 1 8 0v3" />
    </svg>
  );
}
