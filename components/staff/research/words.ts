import type { Frame } from '../../layout/frame.ts';

/** What a drawing needs of a page, also where there is none. */
export type Words = Pick<Frame, 't' | 'lang'>;
