import { TEAMS } from '#lib/domain/guidance/team.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import { Select } from '../../form/select.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { teamName } from '../inbox/team-words.ts';
import type { Person } from './people.tsx';

/** Which messages a guide answers. */
export function TeamForm({ frame, person }: { readonly frame: Frame; readonly person: Person }) {
  const { t } = frame;
  if (!person.roles.includes('guide')) return null;
  return (
    <Form frame={frame} action={staffDo(staffPaths.people, 'team')}>
      <input type="hidden" name="id" value={person.id} />
      <Select
        t={t}
        name="team"
        label={t('inbox.team.label')}
        value={person.team ?? ''}
        options={[
          { value: '', text: t('inbox.team.none') },
          ...TEAMS.map((team) => ({ value: team, text: teamName(frame, team) })),
        ]}
      />
      <p className="hint">{t('inbox.team.hint')}</p>
      <div className="actions">
        <Button kind="plain">{t('inbox.team.save')}</Button>
      </div>
    </Form>
  );
}
