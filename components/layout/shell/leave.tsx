import type { Frame } from '../frame.ts';
import { paths } from '../paths.ts';

interface Props {
  readonly frame: Frame;
}

const FORM = 'leave';

/** The second, first-in-line way out for people who use a keyboard or a screen reader. */
export function LeaveFirst({ frame }: Props) {
  return (
    <button className="skip unseen" type="submit" form={FORM}>
      {frame.t('shell.leave')}
    </button>
  );
}

/**
 * A post, so that it ends the session and nobody can be led into it by a link. With the script the
 * page is covered at once and replaced in the history.
 */
export function LeaveBar({ frame }: Props) {
  const { t } = frame;
  return (
    <>
      <form
        className="leave"
        id={FORM}
        method="post"
        action={frame.href(paths.leave)}
        data-leave={frame.leaveTo}
        data-shift={frame.display.leaveKey === 'on' || undefined}
      >
        <input type="hidden" name="_form" value={frame.formToken} />
        <button className="button" type="submit">
          {t('shell.leave')}
        </button>
      </form>
      <p
        className="unseen-always"
        id="leave-status"
        role="status"
        data-two={t('shell.leaveStatus.two')}
        data-one={t('shell.leaveStatus.one')}
        data-stop={t('shell.leaveStatus.stop')}
      />
      <p className="veil" id="veil" hidden>
        {t('shell.leaveStatus.leaving')}
      </p>
    </>
  );
}

/** Shared device: ends the session and shows how to clear the browser (`to=ended`). */
export function FinishButton({ frame }: Props) {
  return (
    <button
      className="button button-plain finish"
      type="submit"
      form={FORM}
      name="to"
      value="ended"
    >
      {frame.t('shell.finish')}
    </button>
  );
}
