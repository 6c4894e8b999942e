import { notFound } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { requireStaff } from '#app/_request/staff/staff.ts';
import { staffFile } from '#app/_request/staff/staff-file.ts';
import { viewFunnel } from '#lib/usecases/researcher/view-funnel.ts';

/** The table of the page beside it, with the same numbers. */
export async function GET(_request: NextRequest, at: { params: Promise<{ locale: string }> }) {
  const { locale } = await at.params;
  const path = '/staff/research/funnel/csv';
  const { ctx } = await requireStaff('research:funnel', locale, path);
  const view = await viewFunnel(ctx, 'file');
  if (view.kind !== 'table') notFound();
  return staffFile(ctx.config, { name: 'funnel.csv', body: view.csv });
}
