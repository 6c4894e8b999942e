import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { UrgentCard } from '#components/layout/urgent-card.tsx';
import { HelpLine } from '#components/public/help-line.tsx';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { CRISIS_COUNTRIES, linesFor } from '#lib/domain/safety/crisis-lines.ts';
import { frameFor } from '../support/frame.ts';

/** Words that are true only of a telephone. */
const OF_A_CALL =
  /\bcalls?\b|\bdial|hang up|recorded|电话|接听|挂断|录音|拨打|請致電|接聽|掛線|錄音/i;

const ALL = CRISIS_COUNTRIES.flatMap(linesFor);

describe.each(LOCALES)('cards of help lines in %s', (locale) => {
  const frame = frameFor(locale, '/help');
  const cardsOf = (line: (typeof ALL)[number]) =>
    renderToStaticMarkup(
      <>
        <UrgentCard frame={frame} line={line} />
        <HelpLine frame={frame} line={line} />
      </>,
    );

  it('never speak of a call where nobody can be called', () => {
    const written = ALL.filter(({ phone }) => phone === null);
    expect(written.map(({ id }) => id)).toContain('gb-shout');
    for (const line of written) {
      const words = cardsOf(line).replaceAll(line.nameLocal ?? line.name, '');
      expect(words, line.id).not.toMatch(OF_A_CALL);
      expect(words).toContain(frame.t('shell.urgent.whatWrite'));
    }
  });

  it('say of a telephone line what a caller will hear', () => {
    for (const line of ALL.filter(({ phone }) => phone !== null)) {
      expect(cardsOf(line), line.id).toContain(frame.t('shell.urgent.what'));
    }
  });

  it('say when this service last checked the line, or that it has not', () => {
    for (const line of ALL) {
      expect(cardsOf(line), line.id).toContain(frame.t('shell.line.notChecked'));
      const checked = cardsOf({ ...line, checkedOn: '2026-11-20' });
      expect(checked).not.toContain(frame.t('shell.line.notChecked'));
      expect(checked.match(/2026/g), line.id).toHaveLength(2);
    }
  });
});
