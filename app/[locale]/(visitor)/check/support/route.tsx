import { needsSupport, questionCount } from '#app/_request/check/check-steps.ts';
import { visitorPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { Support } from '#components/screening/support.tsx';

export const dynamic = 'force-dynamic';

/** Ruling D11: shown before any result where question 9 was above "Not at all", or left out. */
export const { GET, POST } = visitorPage({
  view({ frame, session }) {
    const { check } = session;
    if (!check) return { go: '/help' };
    if (!needsSupport(check)) return { go: check.done ? '/next' : '/check/9' };
    const rest = questionCount(frame.locale) > 9 ? '/check/10' : '/check/all';
    const page = (
      <Support
        frame={frame}
        declined={check.items[8] === 'declined' || check.items[8] === null}
        {...helpLines(frame.country)}
        go={check.done ? '/check/likely' : rest}
      />
    );
    return { page, session: { ...session, check: { ...check, support: 'shown' } } };
  },
});
