import { notFound } from 'next/navigation';
import { ReplyPage } from '#components/staff/replies/reply-page.tsx';
import { viewReply } from '#lib/usecases/staff/replies/view-reply.ts';
import type { StaffView } from './staff.ts';

const NEWS = ['saved', 'signed'] as const;

/** The page of one saved reply, or of a new one where `id` is null: with what was typed, where a form came back. */
export async function replyEdit(
  { frame, ctx, flash }: Pick<StaffView<'replies:edit'>, 'frame' | 'ctx' | 'flash'>,
  id: string | null,
) {
  const found = id === null ? null : await viewReply(ctx, id);
  if (id !== null && found === null) notFound();
  const { errors = [], values = {} } = flash ?? {};
  const kept = found ? { ...found.reply, tier: found.reply.tier ?? '' } : { locale: frame.locale };
  return (
    <ReplyPage
      frame={frame}
      errors={errors}
      values={errors.length > 0 ? { ...kept, ...values } : kept}
      reply={
        found && {
          ...found.reply,
          state: found.state,
          signer: found.signer,
          seen: found.reply.changedAt,
          shipped: found.reply.changedBy === null,
        }
      }
      news={NEWS.find((news) => news === values['news']) ?? null}
    />
  );
}
