import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import { setWeeklyRoom } from '#lib/usecases/clinician/review/set-weekly-room.ts';

type At = Readonly<Record<string, string | string[] | undefined>>;

/** Full-width digits and spaces are welcome; nothing written is nothing known. */
const people = z
  .string()
  .optional()
  .transform((text) => text?.normalize('NFKC').replace(/[\s,]+/g, ''))
  .pipe(
    z
      .string()
      .regex(/^\d{0,5}$/, 'policy.try.roomError')
      .optional(),
  )
  .transform((text) => (text === undefined ? undefined : text === '' ? null : Number(text)));

/** A step that is closed has no field: what was kept of it stays. */
const fields = z
  .object({
    'room-guidance': people,
    'room-community': people,
    'room-face_to_face': people,
  })
  .transform((typed) => {
    const given = new Map<Tier, number | null>();
    for (const tier of TIERS) {
      const value = typed[`room-${tier}`];
      if (value !== undefined) given.set(tier, value);
    }
    return given;
  });

/** The post of the figures on the page where a draft or a version is tried. */
export function roomPost(tryPage: (at: At) => string) {
  return staffPost({
    permission: 'policy:draft',
    fields,
    page: ({ params }) => tryPage(params),
    async act(ctx, figures, { params }) {
      await setWeeklyRoom(ctx, figures);
      return { go: tryPage(params) };
    },
  });
}
