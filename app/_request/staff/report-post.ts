import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import type { Result } from '#lib/domain/basics/result.ts';
import type { ReportRefused, Seen } from '#lib/usecases/change-report.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import type { IncidentProblem } from '#lib/usecases/staff/reports/mark-serious.ts';

type Refused = ReportRefused | string | readonly IncidentProblem[];

interface Definition<Shape extends z.ZodRawShape> {
  readonly fields: Shape;
  /** What the page tells after it. */
  readonly news: string;
  /** The field beside which a refusal is told; none: above the form. */
  readonly fieldOf?: (code: string) => string;
  readonly act: (
    ctx: StaffContext<'reports:handle'>,
    seen: Seen,
    fields: z.output<z.ZodObject<Shape>>,
  ) => Promise<Result<void, Refused>>;
}

/** The post of one change of one case. */
export function reportPost<Shape extends z.ZodRawShape>(definition: Definition<Shape>) {
  const { fields, news, fieldOf = () => '', act } = definition;
  const seen = z.coerce.number().int().min(0).catch(0);
  return staffPost({
    permission: 'reports:handle',
    fields: z.object(fields).and(z.object({ seen })),
    page: ({ params }) => staffPaths.report(String(params['id'])),
    async act(ctx, typed, opened) {
      const id = String(opened.params['id']);
      const done = await act(ctx, { id, version: typed.seen }, typed as never);
      const go = staffPaths.report(id);
      if (done.ok) return { go, cookies: [tellOn(opened, go, { news })] };
      const { error } = done;
      if (error === 'gone') return { status: 404 };
      const problems = typeof error === 'string' ? [{ field: fieldOf(error), code: error }] : error;
      const errors = problems.map(({ field, code }) => ({ field, text: `reports.error.${code}` }));
      return { back: go, errors };
    },
  });
}
