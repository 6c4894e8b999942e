import { describe, expect, it } from 'vitest';
import { RETENTION, retentionDays } from '#lib/domain/access/retention.ts';

describe('RETENTION', () => {
  it('names everything once, with the periods that were decided', () => {
    expect(Object.fromEntries(RETENTION.map(({ what, keep }) => [what, keep.days]))).toEqual({
      answers: 1,
      pathway_key: 365,
      own_record: 365,
      visit_code: 90,
      visit_code_late: 30,
      contact: 2,
      answer_contact: 7,
      answer_contact_waiting: 90,
      thread: 90,
      post: 365,
      ban: 365,
      transitions: 1825,
      report: 365,
      staff_session: 7,
      alert: 90,
      audit: 730,
      backup: 30,
    });
    expect(retentionDays('thread')).toBe(90);
  });
});
