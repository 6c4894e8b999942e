import type { Instant } from '#lib/domain/basics/ids.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { LEAST_SHOWN, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import { termsOf } from '#lib/domain/evaluation/package/readme.ts';
import { mayDecideOn } from '#lib/domain/evaluation/package/request.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { type ExportRequest, findRequest, listHeld } from '#lib/store/exports.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** One request, what this person may do with it, and what there is to check first. */
export async function viewPackage(ctx: StaffContext<'research:approve'>, id: string) {
  const request = isUuid(id) ? await findRequest(ctx.db, id) : null;
  if (!request) return null;
  const { asker, study } = request;
  const dayOf = (at: Instant | null) => at && localTime(at, ctx.config.timeZone).day;
  const may = mayDecideOn(request.state, asker?.id ?? null, ctx.actor.id);
  return {
    request,
    joins: await joinsOf(ctx, request),
    may,
    mine: asker?.id === ctx.actor.id,
    asked: localTime(request.askedAt, ctx.config.timeZone),
    until: dayOf(request.expiresAt),
    // Whoever asks could learn of few by asking again with another filter: it is for the second person alone.
    people: may === 'yes' ? peopleOf(request) : null,
    /** As TERMS.md says them to whoever gets it; the operator of the machine needs none. */
    terms: asker && termsOf({ study: study.name, recipient: asker.name, requestId: request.id }),
  };
}

/** How many people it was found for, as that may be shown (decision D15); null where that is not known. */
function peopleOf({ merges }: ExportRequest): number | 'few' | null {
  if (merges?.kind !== 'levels' || merges.people === undefined) return null;
  return merges.people < LEAST_SHOWN ? 'few' : roundCount(merges.people);
}

/** The other packages of its study that name a person as this one does; in the open tier each has names of its own. */
async function joinsOf({ db, config }: StaffContext, { id, study, tier }: ExportRequest) {
  if (tier === 'open') return [];
  const held = await listHeld(db, { studyId: study.id, tier });
  return held
    .filter((other) => other.id !== id)
    .map((other) => ({
      id: other.id,
      asker: other.asker,
      without: other.without,
      asked: localTime(other.askedAt, config.timeZone),
    }));
}
