import type { Params } from '#app/_request/base.ts';
import { planCalendar } from '#app/_request/plan/plan-calendar.ts';
import { planFile } from '#app/_request/plan/plan-file.ts';

export const dynamic = 'force-dynamic';

export function GET(request: Request, at: Params) {
  return planFile(request, at, {
    name: 'reminder.ics',
    type: 'text/calendar; charset=utf-8',
    write: planCalendar,
  });
}
