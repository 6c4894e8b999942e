import type { WaitingWord } from '#lib/domain/pathway/visit-word.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';

interface Props {
  readonly frame: Frame;
  readonly word: WaitingWord;
  /** Path to the chosen place, where there is one. */
  readonly place: string | null;
  /** People to call, where the crisis floor asks for them. */
  readonly lines: readonly CrisisLine[];
}

/** What was said of a wait has its own next page, with one thing to do first and no blame. */
export function WaitingSaid({ frame, word, place, lines }: Props) {
  const { t, href } = frame;
  const [[first, firstText], ...others] = waysOn(frame, place)[word];
  const after = word === 'been' ? 'checkin.after.done' : (`place.waiting.after.${word}` as const);
  return (
    <Document frame={frame} title={t(`${after}.title`)} back={paths.mine}>
      {lines.map((line) => (
        <UrgentCard key={line.id} frame={frame} line={line} />
      ))}
      <p>{t(`${after}.body`)}</p>
      <p className="actions">
        <ButtonLink href={href(first)}>{firstText}</ButtonLink>
        {others.map(([path, text]) => (
          <a key={path} href={href(path)}>
            {text}
          </a>
        ))}
      </p>
    </Document>
  );
}

type Way = readonly [path: string, text: string];
type Ways = readonly [Way, ...Way[]];

function waysOn({ t }: Frame, chosen: string | null): Readonly<Record<Props['word'], Ways>> {
  const mine: Way = [paths.mine, t('result.ready.myPlace')];
  const other: Way = [paths.other, t('checkin.otherStep')];
  const places: Way = [paths.services, t('checkin.otherPlace')];
  const again: readonly Way[] = chosen === null ? [] : [[chosen, t('care.code.more')]];
  return {
    still: [mine, [paths.hardTimes, t('plan.safety.title')]],
    booked: [[paths.plan, t('plan.place.make')], [paths.visit, t('care.code.title')], mine],
    been: [[paths.plan, t('checkin.plan')], other, mine],
    moved: [[paths.plan, t('checkin.time')], mine],
    service: [places, ...again, [paths.message, t('checkin.guide')], mine],
    self: [places, ...again, other, [paths.notToday, t('checkin.stop')]],
  };
}
