import type { Day } from '#lib/domain/basics/ids.ts';
import type { OnMyWay } from '#lib/domain/pathway/on-my-way.ts';
import { dateText } from '#lib/i18n/dates.ts';
import { Button, ButtonLink } from '../form/button.tsx';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

export interface GroupMember {
  readonly joined: boolean;
  readonly mayJoin: boolean;
  readonly writesFrom: Day | null;
  readonly banned: boolean;
  readonly way: OnMyWay | null;
}

interface Props {
  readonly frame: Frame;
  readonly member: GroupMember | null;
}

/** Joining is one press and so is leaving; nothing else is asked. */
export function Membership({ frame, member }: Props) {
  const { t } = frame;
  if (member === null || !(member.mayJoin || member.joined)) return <First frame={frame} />;
  return (
    <section className="panel panel-ink">
      <h2>{t(member.joined ? 'group.member.in' : 'group.join.title')}</h2>
      {member.banned ? <p>{t('group.member.banned')}</p> : null}
      {member.writesFrom === null || member.banned ? null : (
        <p>{t('group.member.from', { date: dateText(frame.locale, member.writesFrom) })}</p>
      )}
      <p>{t(member.joined ? 'group.member.leaveText' : 'group.join.text')}</p>
      <p>
        <a className="alone" href={frame.href(paths.groupPosts)}>
          {t('group.links.mine')}
        </a>
      </p>
      <Form frame={frame} action={paths.group}>
        {member.joined ? (
          <Button kind="plain" name="act" value="leave">
            {t('group.member.leave')}
          </Button>
        ) : (
          <Button name="act" value="join">
            {t('group.join.button')}
          </Button>
        )}
      </Form>
    </section>
  );
}

function First({ frame }: Pick<Props, 'frame'>) {
  const { t, href } = frame;
  return (
    <section className="panel panel-ink">
      <h2>{t('group.join.title')}</h2>
      <p>{t('group.join.check')}</p>
      <p className="actions">
        <ButtonLink href={href(paths.check)}>{t('group.join.start')}</ButtonLink>
        <a className="alone" href={href(paths.return)}>
          {t('group.join.return')}
        </a>
      </p>
    </section>
  );
}
