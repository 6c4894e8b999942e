import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { strandsText } from '#app/_request/staff/strands.ts';
import { usualEnd } from '#app/_request/staff/usual-end.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { PausePart } from '#components/staff/parts/pause-part.tsx';
import { isPart, readUntil } from '#lib/domain/roster/pause.ts';
import { previewPause } from '#lib/usecases/staff/parts/preview-pause.ts';

/** Which of the two fields is to mend. */
const fieldOf = (problem: string) => (problem === 'clock' ? 'time' : 'day');

export default staffPage({
  permission: 'parts:pause',
  path: ({ part = '' }) => staffPaths.pausePart(part),
  async view({ frame, ctx, flash }, { part = '' }, { searchParams }) {
    if (!isPart(part)) notFound();
    const asked = flash?.values['day'] === undefined ? await searchParams : flash.values;
    const typed = (name: string) => [asked[name]].flat()[0];
    const usual = usualEnd(ctx.now, ctx.config.timeZone);
    const [day, time] = [typed('day') ?? usual.day, typed('time') ?? usual.time];
    const looks = typed('day') !== undefined;
    const read = readUntil(day, time);
    const seen = read.ok ? await previewPause(ctx, part, read.value) : read;
    const problems = seen.ok || !looks ? [] : [seen.error];
    const errors = [
      ...(flash?.errors ?? []),
      ...problems.map((problem) => ({
        field: fieldOf(problem),
        text: `roster.pause.error.${problem}`,
      })),
    ];
    const shown = looks && read.ok && seen.ok;
    return (
      <PausePart
        frame={frame}
        errors={errors}
        part={part}
        day={day}
        time={time}
        until={shown ? read.value : null}
        strands={shown && seen.value ? strandsText(frame, ctx.config.timeZone, seen.value) : null}
      />
    );
  },
});
