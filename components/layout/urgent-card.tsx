import { telHref } from '#lib/domain/safety/contact-links.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { ButtonLink } from '../form/button.tsx';
import type { Frame } from './frame.ts';
import { LineFacts, LineWays, lineName } from './shell/line-facts.tsx';

interface Props {
  readonly frame: Pick<Frame, 't' | 'locale'>;
  readonly line: CrisisLine;
}

/** Clay: a human being who answers. Every fact about the line is data with a source. */
export function UrgentCard({ frame, line }: Props) {
  const { t } = frame;
  const id = `line-${line.id}`;
  return (
    <section className="panel panel-clay" aria-labelledby={id}>
      <h2 id={id}>
        <span className="unseen-always">{t('shell.urgent.level')} </span>
        {line.phone
          ? t('shell.urgent.call', { line: lineName(frame, line), phone: unbroken(line.phone) })
          : t('shell.urgent.write', { line: lineName(frame, line) })}
      </h2>
      <LineFacts frame={frame} line={line} />
      <p className="actions">
        {line.phone ? (
          <ButtonLink kind="clay" href={telHref(line.phone)}>
            {t('shell.line.call', { phone: line.phone })}
          </ButtonLink>
        ) : null}
        <LineWays frame={frame} line={line} />
      </p>
      <p className="note">{t(line.phone ? 'shell.urgent.what' : 'shell.urgent.whatWrite')}</p>
    </section>
  );
}

/** A number stays on one line, or it is read as two. */
function unbroken(phone: string): string {
  return phone.replaceAll(' ', '\u00a0');
}
