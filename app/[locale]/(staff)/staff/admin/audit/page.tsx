import { z } from 'zod';
import { requireStaff } from '#app/_request/staff/staff.ts';
import { Audit } from '#components/staff/admin/audit.tsx';
import { viewAudit } from '#lib/usecases/administrator/view-audit.ts';

const PATH = '/staff/admin/audit';
const before = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).catch(Number.NaN);
const verdict = z.object({ entries: z.coerce.number(), firstBad: z.string() });

interface Props {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const { frame, ctx, flash } = await requireStaff('audit:read', (await params).locale, PATH);
  const asked = before.parse((await searchParams)['before']);
  const from = Number.isNaN(asked) ? null : asked;
  const told = verdict.safeParse(flash?.values);
  const { entries, firstBad } = told.data ?? { entries: 0, firstBad: '' };
  const verified = told.success ? { entries, firstBad: firstBad ? Number(firstBad) : null } : null;
  const page = await viewAudit(ctx, from);
  return <Audit frame={frame} {...page} newest={from === null} verdict={verified} />;
}
