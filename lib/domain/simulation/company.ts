import { REPLY_STEPS } from '#lib/domain/guidance/reply-step.ts';
import type { ANSWER_HOURS } from '#lib/domain/pathway/payloads.ts';
import { personCard, personCardPayload } from '#lib/domain/pathway/person-card.ts';
import { byPerson, byStaff, bySystem } from './journal.ts';
import type { Way } from './way.ts';

/** Hours until a guide answers (log-normal; measurement.md E5), and their spread. The numbers are assumptions. */
const ANSWER = { median: 18, sigma: 0.9 };
/** Assumptions. */
const READS = 0.8;
const READS_AFTER_DAYS = 1;
const TAKES_STEP = 0.35;
const WRITES_AGAIN = 0.3;
const WRITES_AFTER_DAYS = 2;
const USES_CARD = 0.2;
const POST_EVERY_DAYS = 6;
const STAYS_DAYS = 30;
const LEAVES = 0.3;
const MOST_POSTS = 40;

/** What the second day of help without a name does to the pace of seeking, where it does anything (measurement.md E6). */
const SUBSTITUTES_FROM = 2;
const SUBSTITUTED = 0.8;

/** A day on which help without a name was used. */
function noteUse(way: Way, at: number): void {
  const { usedDays } = way.facts;
  const before = usedDays.size;
  usedDays.add(way.journal.dayAt(at));
  const isCausal = way.mechanisms.substitution === 'causal';
  if (isCausal && before < SUBSTITUTES_FROM && usedDays.size >= SUBSTITUTES_FROM) {
    way.seeking.change(at, SUBSTITUTED);
  }
}

function hoursOf(hours: number): (typeof ANSWER_HOURS)[number] {
  if (hours <= 24) return '0-24';
  return hours <= 72 ? '25-72' : '73+';
}

/** A message to the guides, their answer, and what somebody does with it. */
export function askGuides(way: Way, at: number): void {
  const { agenda, journal } = way;
  const draws = way.draws('guidance');
  agenda.plan(at, (asked) => {
    journal.write(asked, byPerson('guidance.requested', {}));
    noteUse(way, asked);
    const hours = draws.logNormal(ANSWER.median, ANSWER.sigma);
    agenda.plan(asked + hours / 24, (answered) => {
      journal.write(answered, byStaff('guidance.answered', { hours: hoursOf(hours) }));
      if (draws.happens(READS)) readAnswer(way, answered + draws.wait(READS_AFTER_DAYS));
    });
  });
}

function readAnswer(way: Way, at: number): void {
  const { agenda, journal } = way;
  const draws = way.draws('guidance');
  agenda.plan(at, (read) => {
    journal.write(read, byPerson('guidance.read', {}));
    noteUse(way, read);
    showCard(way, read);
    const kind = draws.choose(REPLY_STEPS.map((one) => [one, 1] as const));
    if (draws.happens(TAKES_STEP)) journal.write(read, byPerson('guidance.step_taken', { kind }));
    if (draws.happens(WRITES_AGAIN)) askGuides(way, read + draws.wait(WRITES_AFTER_DAYS));
  });
}

/** My place shows the card that leads back to a person where the product's own rule says so. */
function showCard({ journal, draws }: Way, at: number): void {
  if (personCard(journal.transitions, journal.dayAt(at)) !== 'due') return;
  journal.write(at, bySystem('bridge.shown', personCardPayload()));
  if (draws('guidance').happens(USES_CARD)) {
    journal.write(at, byPerson('bridge.used', personCardPayload()));
  }
}

/** The group: posts for some weeks, at most one recorded a day. */
export function joinGroup(way: Way, at: number): void {
  const { agenda, journal } = way;
  const draws = way.draws('group');
  const [stays, leaves] = [draws.wait(STAYS_DAYS), draws.happens(LEAVES)];
  agenda.plan(at, (joined) => journal.write(joined, byPerson('community.joined', {})));
  let [post, last] = [at + draws.wait(POST_EVERY_DAYS), 0];
  for (let n = 0; n < MOST_POSTS && post < at + stays; n += 1) {
    const day = journal.dayAt(post);
    if (day > last) agenda.plan(post, (posted) => writePost(way, posted));
    last = day;
    post += draws.wait(POST_EVERY_DAYS);
  }
  if (leaves) {
    agenda.plan(at + stays, (left) => journal.write(left, byPerson('community.left', {})));
  }
}

function writePost(way: Way, at: number): void {
  way.journal.write(at, byPerson('community.posted', {}));
  noteUse(way, at);
}
