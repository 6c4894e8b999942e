import { staffPaths } from '#components/layout/paths.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';

/** The page of a request that was posted about, or the list where there is none of this name. */
export const packagePage = (id = ''): string =>
  isUuid(id) ? staffPaths.package(id) : staffPaths.packages;
