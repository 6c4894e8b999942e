import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

/** A promise that was not kept is said, not repeated. */
export function Late({ frame: { t, href } }: { readonly frame: Frame }) {
  return (
    <p>
      {t.rich('mine.message.late', { help: (words) => <a href={href(paths.help)}>{words}</a> })}
    </p>
  );
}
