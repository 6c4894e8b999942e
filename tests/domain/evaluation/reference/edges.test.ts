import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATISTICS_SPEC } from '#lib/domain/evaluation/reference/spec.ts';
import { answerTo, csvOf, intender, problemsOf, readJson, SPEC } from './tables.ts';

const range = (n: number) => Array.from({ length: n }, (_none, i) => i + 1);

describe('where the data cannot tell, the answer is null and never a number that is none', () => {
  test('of an empty table', () => {
    const answer = answerTo(csvOf([]));
    expect(answer.n_rows).toBe(0);
    expect(answer.funnel.completed).toEqual({ x: 0, n: 0, p: null, lo: null, hi: null });
    expect(answer.kaplan_meier.overall.at.d7).toEqual({ surv: null, se: null, n_risk: 0 });
    expect(answer.kaplan_meier.overall.ci.plain.d7).toEqual({ lo: null, hi: null });
    expect(answer.aalen_johansen.overall.attended.at.d30.est).toBeNull();
    expect(answer.gap.by_tier).toEqual({});
    expect(answer.logrank.arm).toEqual({ chisq: null, df: 0, p: null, observed: [], expected: [] });
    expect(answer.waiting).toEqual({ n: 0, or_per_week: null, lo: null, hi: null, p: null });
  });

  test('where nobody attended', () => {
    const rows = range(12).map((pid) => intender(pid, { fu_days: 40, time: 40, status: 0 }));
    const answer = answerTo(csvOf(rows));
    expect(answer.gap.overall.d30.p).toBe(1);
    expect(answer.kaplan_meier.overall.at.d30).toEqual({ surv: 1, se: 0, n_risk: 12 });
    expect(answer.kaplan_meier.overall.median_loglog).toEqual([null, null, null]);
    // Nobody has left by day 30: no doubt yet. By day 90 everybody has, and log-log has no such point.
    expect(answer.kaplan_meier.overall.ci['log-log'].d30).toEqual({ lo: 1, hi: 1 });
    expect(answer.kaplan_meier.overall.ci['log-log'].d90).toEqual({ lo: null, hi: null });
    expect(answer.kaplan_meier.rmst30).toEqual({ rmst: 30, se: 0 });
    expect(answer.gray.attended).toEqual({ chisq: null, p: null });
    expect(answer.arms.cox_efron).toEqual({ hr: null, lo: null, hi: null, p: null });
    expect(answer.arms.risk_ratio).toEqual({ est: null, lo: null, hi: null });
    expect(answer.arms.fisher_p).toBe(1);
    expect(answer.quadrants.d30.phi).toBeNull();
  });

  test('where everybody attended on one day', () => {
    const rows = range(12).map((pid) => intender(pid, { fu_days: 90, time: 5, status: 1 }));
    const answer = answerTo(csvOf(rows));
    expect(answer.kaplan_meier.overall.at.d7).toEqual({ surv: 0, se: null, n_risk: 0 });
    expect(answer.kaplan_meier.overall.median_loglog).toEqual([5, null, null]);
    expect(answer.aalen_johansen.overall.attended.at.d7).toEqual({ est: 1, se: 0, se_aalen: 0 });
    expect(answer.kaplan_meier.rmst30).toEqual({ rmst: 5, se: 0 });
    expect(answer.arms.cox_efron.hr).toBeCloseTo(1, 9);
  });

  test('where one arm is empty', () => {
    const rows = range(10).map((pid) =>
      intender(pid, { arm: 'plan', fu_days: 60, time: pid, status: pid % 3 === 0 ? 1 : 0 }),
    );
    const answer = answerTo(csvOf(rows));
    expect(Object.keys(answer.kaplan_meier.by_arm)).toEqual(['plan']);
    expect(answer.arms.newcombe_day30).toEqual({
      x1: 3,
      n1: 10,
      x2: 0,
      n2: 0,
      diff: null,
      lo: null,
      hi: null,
    });
    expect(answer.arms.fisher_p).toBeNull();
    expect(answer.arms.intention_strength).toMatchObject({
      n_info: 0,
      sd_info: null,
      cohen_d: null,
    });
    expect(answer.arms.cox_efron.hr).toBeNull();
    expect(answer.logrank.arm).toMatchObject({ chisq: null, df: 0, p: null });
    expect(answer.gray.attended.chisq).toBeNull();
    expect(answer.multiplicity_by_barrier.holm).toEqual([null]);
  });

  test('where waiting tells who attends without error, or does not vary', () => {
    const booked = (pid: number, wait: number, status: number) =>
      intender(pid, { fu_days: 60, time: 9, status, booked: 1, wait_days: wait });
    const apart = range(20).map((pid) => booked(pid, pid, pid <= 10 ? 1 : 0));
    const same = range(20).map((pid) => booked(pid, 7, pid % 2));
    for (const rows of [apart, same]) {
      const none = { n: 20, or_per_week: null, lo: null, hi: null, p: null };
      expect(answerTo(csvOf(rows)).waiting).toEqual(none);
    }
  });

  test('where an outcome is not known, it counts for neither side', () => {
    const rows = [
      intender(1, { fu_days: 60, time: 4, status: 1 }),
      intender(2, { fu_days: 60 }),
      intender(3, { fu_days: 60, time: 60, status: 0 }),
    ];
    const answer = answerTo(csvOf(rows));
    expect(answer.gap.overall.d30).toMatchObject({ x: 1, n: 2 });
    expect(answer.kaplan_meier.overall.n).toBe(2);
  });

  test('after fewer closed windows than a look asks for', () => {
    const rows = range(8).map((pid) => intender(pid, { fu_days: 60, time: 3, status: pid % 2 }));
    const spec = { ...SPEC, asymptotic_cs: { ...SPEC.asymptotic_cs, at: [8, 9] } };
    const [eight, nine] = answerTo(csvOf(rows), spec).asymptotic_cs.at;
    expect(eight.est).toBeCloseTo(-1, 12);
    expect(nine).toEqual({ t: 9, est: null, lo: null, hi: null });
  });
});

/** Any cell may be missing, whatever stands beside it. */
const anyRow = fc.record({
  phq9_0: fc.constantFrom('', 0, 9, 10, 27),
  phq9_1: fc.constantFrom('', 0, 9, 10, 27),
  tier: fc.constantFrom('', 'guidance', '__proto__', 'face_to_face'),
  policy: fc.constantFrom('', 'v1'),
  barrier: fc.constantFrom('', 'none', 'digital'),
  arm: fc.constantFrom('', 'plan', 'info', 'other'),
  completed: fc.constantFrom('', 0, 1),
  viewed: fc.constantFrom('', 0, 1),
  accepted: fc.constantFrom('', 0, 1),
  answered: fc.constantFrom('', 0, 1),
  strength: fc.constantFrom('', 1, 7),
  intention: fc.constantFrom('', 1, 1, 0),
  fu_days: fc.constantFrom('', 0, 30, 90),
  time: fc.constantFrom('', 0, 1, 2.5, 30, 90),
  status: fc.constantFrom('', 0, 1, 1, 2),
  booked: fc.constantFrom('', 0, 1),
  wait_days: fc.constantFrom('', 0, 7, 21),
  verified: fc.constantFrom('', 0, 1),
  self_report: fc.constantFrom('', 0, 1),
  anon_actions: fc.constantFrom('', 0, 5),
});

test('whatever is missing in whatever table, there is an answer without a number that is none', () => {
  const { sequential } = SPEC;
  const spec = { ...SPEC, sequential: { ...sequential, schoenfeld_events: [] }, mde: [] };
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 25 }), (rows) => {
      const answer = answerTo(csvOf(rows.map((row, pid) => ({ ...row, pid }))), spec);
      expect(answer.n_rows).toBe(rows.length);
    }),
    { numRuns: 300 },
  );
});

describe('what is wrong is told with its line and column', () => {
  const row = intender(1, { fu_days: 40, time: 3, status: 1 });

  test('a cell', () => {
    expect(problemsOf(csvOf([row, { ...row, pid: 2, status: 3, time: 'soon' }]))).toEqual([
      'line 3, column "time": "soon" is not a number from 0 on',
      'line 3, column "status": "3" is not 0, 1 or 2',
    ]);
    expect(
      problemsOf(
        csvOf([
          { ...row, phq9_0: 27 },
          { ...row, pid: 2, phq9_1: 99 },
        ]),
      ),
    ).toEqual([
      'line 3, column "phq9_1": "99" is not a total of the PHQ-9, a whole number from 0 to 27',
    ]);
    expect(problemsOf(csvOf([{ ...row, intention: 'yes' }]))).toEqual([
      'line 2, column "intention": "yes" is not 0 or 1',
    ]);
  });

  test('a number that is written as none, or without end', () => {
    for (const time of ['NaN', 'Infinity', '-1', '1e999', '0x10', '']) {
      expect(problemsOf(csvOf([{ ...row, time }])).length).toBe(time === '' ? 0 : 1);
    }
  });

  test('a pathway that stands twice, or has no number', () => {
    expect(problemsOf(csvOf([row, row]))).toEqual(['line 3, column "pid": 1 stands twice']);
    expect(problemsOf(csvOf([{ ...row, pid: '' }]))).toEqual([
      'line 2, column "pid": must not be empty',
    ]);
  });

  test('a column', () => {
    expect(problemsOf('pid,phq9_0\n1,2\n')).toContain('line 1: no column "tier"');
    expect(problemsOf('pid,pid\n1,2\n')).toEqual(['line 1: the column "pid" stands twice']);
  });

  test('a row that is too short', () => {
    const [problem = ''] = problemsOf(`${csvOf([row])}2,3\n`);
    expect(problem).toContain('on line 3');
  });

  test('in what is asked for', () => {
    const spec = readJson('spec.json');
    const wrong = [
      { ...spec, confidence: 1 },
      { ...spec, wilson_edge: [{ x: 3, n: 2 }] },
      { ...spec, km_small_loglog: [{ time: [1, 2], status: [1] }] },
      { ...spec, sequential: { ...spec.sequential, information: [0.5, 0.5] } },
      { ...spec, suppression_audit: { ...spec.suppression_audit, counts: [[1]] } },
      { ...spec, days: [] },
      { ...spec, day: [30] },
    ];
    expect(wrong.map((each) => STATISTICS_SPEC.safeParse(each).success)).toEqual(
      wrong.map(() => false),
    );
  });
});
