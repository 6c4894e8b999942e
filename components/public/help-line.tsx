import { telHref } from '#lib/domain/safety/contact-links.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import type { Frame } from '../layout/frame.ts';
import { LineFacts, LineWays, lineName } from '../layout/shell/line-facts.tsx';

interface Props {
  readonly frame: Pick<Frame, 't' | 'locale'>;
  readonly line: CrisisLine;
}

/** A further line, quieter than the card of the first. */
export function HelpLine({ frame, line }: Props) {
  const id = `line-${line.id}`;
  return (
    <section className="entry" aria-labelledby={id}>
      <h3 id={id}>{lineName(frame, line)}</h3>
      {line.phone ? (
        <p>
          <a className="phone" href={telHref(line.phone)}>
            {line.phone}
          </a>
        </p>
      ) : null}
      <LineFacts frame={frame} line={line} />
      <p className="actions">
        <LineWays frame={frame} line={line} />
        {line.url ? (
          <a href={line.url} rel="noreferrer">
            {frame.t('shell.line.site')}
          </a>
        ) : null}
      </p>
    </section>
  );
}
