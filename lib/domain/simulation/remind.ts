import type { SentChannel } from '#lib/domain/plan/reminder.ts';
import { byPerson, bySystem } from './journal.ts';
import type { Way } from './way.ts';

/** How sending ends, who asks for a second message, who comes back by one, who ends them. Assumptions. */
const OUTCOMES = [
  ['sent', 0.95],
  ['refused', 0.04],
  ['missed', 0.01],
] as const;
const ASKS_FOR_TWO = 0.3;
const COMES_BACK = 0.3;
const ENDS_THEM = 0.05;
/** Six in the evening. */
const HOUR = 0.75;

/** The messages of a plan. One that arrives speeds up seeking for two days. */
export function planReminders(way: Way, planDay: number, channel: SentChannel): void {
  const draws = way.draws('told');
  const twice = draws.happens(ASKS_FOR_TWO);
  for (const k of twice ? ([1, 2] as const) : ([1] as const)) {
    const at = Math.floor(planDay) + HOUR + (k - 1);
    const [outcome, comesBack, ends] = [
      draws.choose(OUTCOMES),
      draws.happens(COMES_BACK),
      draws.happens(ENDS_THEM),
    ];
    way.agenda.plan(at, (moment) => {
      if (!way.journal.may('reminder.sent')) return;
      way.journal.write(moment, bySystem('reminder.sent', { channel, k, outcome }));
      if (outcome !== 'sent') return;
      way.facts.reminded = true;
      way.seeking.remind(moment);
      if (comesBack) act(way, moment + 0.1, channel, 'opened');
      if (ends) act(way, moment + 0.2, channel, 'cancelled');
    });
  }
}

function act(way: Way, at: number, channel: SentChannel, outcome: 'opened' | 'cancelled'): void {
  way.agenda.plan(at, (moment) => {
    if (!way.journal.may('reminder.acted')) return;
    way.journal.write(moment, byPerson('reminder.acted', { channel, outcome }));
  });
}
