import { finiteOrNull } from './counts.ts';

/**
 * The true share behind one that was observed with known errors: Rogan & Gladen, Am J Epidemiol 107:71 (1978),
 * doi:10.1093/oxfordjournals.aje.a112510. Not cut at 0 and 1: beyond them, the errors are not the ones assumed.
 */
export function roganGladen(
  observed: number | null,
  { se, sp }: { readonly se: number; readonly sp: number },
): number | null {
  return observed === null ? null : finiteOrNull((observed + sp - 1) / (se + sp - 1));
}
