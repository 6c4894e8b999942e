import type { CrisisLine, EmergencyNumber } from '#lib/domain/safety/crisis-line.ts';
import type { Choice, Wording } from '#lib/domain/screening/wording.ts';
import { Document } from '../../layout/document.tsx';
import { EmergencyCard } from '../../layout/emergency-card.tsx';
import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import { QrCode } from '../../layout/shell/qr-code.tsx';
import { UrgentCard } from '../../layout/urgent-card.tsx';

interface Props {
  readonly frame: Frame;
  readonly wording: Wording;
  readonly emergency: EmergencyNumber | null;
  readonly line: CrisisLine | null;
  /** Where the same is on a screen, written out, e.g. `https://example.org/en`. */
  readonly address: string;
  /** The same address, for a camera. */
  readonly qr: { readonly size: number; readonly path: string };
}

/** The questions without a device. No score: a person who talks with you adds it up. */
export function PaperPage({ frame, wording, emergency, line, address, qr }: Props) {
  const { t, href } = frame;
  return (
    <Document frame={frame} title={t('public.paper.title')} scripted>
      <div className="no-print">
        <p className="lead prose">{t('public.paper.lead')}</p>
        <p className="actions">
          <button className="button" type="button" hidden data-enhance="print">
            {t('public.paper.print')}
          </button>
          <span>{t('public.paper.browser')}</span>
        </p>
      </div>
      <Sheet wording={wording} attribution={t('public.paper.attribution')} />
      <h2>{t('public.paper.then.title')}</h2>
      <ol>
        <li>{t('public.paper.then.take')}</li>
        <li>{t('public.paper.then.say')}</li>
        <li>{t('public.paper.then.nine')}</li>
      </ol>
      <p>{t('public.landing.noScore')}</p>
      <EmergencyCard t={t} emergency={emergency} />
      {line === null ? null : <UrgentCard frame={frame} line={line} />}
      <p>
        <a className="alone" href={href(paths.help)}>
          {t('help.brief.all')}
        </a>
      </p>
      <p>
        {t('public.paper.address')} <strong translate="no">{address}</strong>
      </p>
      <QrCode {...qr} label={t('public.paper.qr')} />
    </Document>
  );
}

function Sheet(props: { readonly wording: Wording; readonly attribution: string }) {
  const { stem, items, options, functionalItem } = props.wording;
  return (
    <section className="large-print prose" aria-labelledby="stem">
      <h2 id="stem" data-locked translate="no">
        {stem}
      </h2>
      <ol>
        {items.map(({ id, text }) => (
          <Question key={id} text={text} options={options} />
        ))}
        {functionalItem === null ? null : <Question {...functionalItem} />}
      </ol>
      <p className="note">{props.attribution}</p>
    </section>
  );
}

function Question({
  text,
  options,
}: {
  readonly text: string;
  readonly options: readonly Choice[];
}) {
  return (
    <li className="sheet-question" data-locked translate="no">
      {text}
      <ul className="boxes">
        {options.map(({ value, label }) => (
          <li key={value}>{label}</li>
        ))}
      </ul>
    </li>
  );
}
