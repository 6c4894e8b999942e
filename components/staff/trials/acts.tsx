import { Button } from '../../form/button.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextArea } from '../../form/text-area.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import type { TrialView } from './trial-view.ts';

export interface May {
  readonly write: boolean;
  readonly approve: boolean;
}

interface Props {
  readonly frame: Frame;
  readonly view: TrialView;
  readonly may: May;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

const ACTS = [
  ...['registered', 'returned', 'started', 'paused', 'resumed', 'closed'],
  ...['look_asked', 'look_signed', 'look_refused', 'opened', 'deviation'],
] as const;
type Act =
  | ('registered' | 'returned' | 'started' | 'paused' | 'resumed' | 'closed')
  | ('look_asked' | 'look_signed' | 'look_refused' | 'opened' | 'deviation');

/** What this person can do with it now: one form with its reason for each, and nothing that would be refused. */
export function Acts(props: Props) {
  const { frame, view, may } = props;
  const { t } = frame;
  const open = (ACTS as readonly Act[]).filter((act) => isOpen(act, view, may));
  const { asked } = view.trial.now;
  const next = open.find((act) => NEXT.has(act));
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">{t('trials.acts')}</h2>
      {asked === null ? null : (
        <p className="panel panel-ink">
          {t(view.askedByMe ? 'trials.look.mine' : 'trials.look.waits')}
        </p>
      )}
      {view.mine && view.trial.now.state === 'proposed' ? <p>{t('trials.look.own')}</p> : null}
      {view.unfinished && may.write ? <p>{t('trials.act.opened.wait')}</p> : null}
      {open.map((act) => (
        <OneAct key={act} {...props} act={act} isNext={act === next} />
      ))}
      {open.length === 0 ? <p>{t('trials.noActs')}</p> : null}
    </section>
  );
}

/** Decided by a clinician; everything else is the researchers'. */
const OF_CLINICIANS: ReadonlySet<Act> = new Set([
  'registered',
  'returned',
  'resumed',
  'look_signed',
  'look_refused',
]);

/** What brings it on; everything else is there when it is needed. */
const NEXT: ReadonlySet<Act> = new Set([
  'registered',
  'started',
  'resumed',
  'look_signed',
  'opened',
]);

interface OneProps extends Props {
  readonly act: Act;
  readonly isNext: boolean;
}

function OneAct({ frame, view, errors, values, act, isNext }: OneProps) {
  const { t } = frame;
  const verb = act === 'paused' ? 'pause' : OF_CLINICIANS.has(act) ? 'decide' : 'move';
  const came = values['act'] === act;
  const name = `note-${act}`;
  return (
    <Form frame={frame} action={staffDo(staffPaths.trial(view.trial.id), verb)}>
      <h3>{t(`trials.act.${act}.title`)}</h3>
      <p>{t(`trials.act.${act}.what`)}</p>
      <input type="hidden" name="act" value={act} />
      <TextArea
        t={t}
        name={name}
        label={t(`trials.act.${act}.note`)}
        value={came ? values[name] : undefined}
        error={errorFor(errors, name)}
        rows={3}
        maxLength={900}
      />
      <Button kind={isNext ? 'dusk' : 'plain'}>{t(`trials.act.${act}.button`)}</Button>
    </Form>
  );
}

const UNDER_WAY = ['running', 'paused', 'closed'];

function isOpen(act: Act, view: TrialView, may: May): boolean {
  const { trial, mine, askedByMe, today, unfinished, figures } = view;
  const { state, asked, lookedEarly, harmed } = trial.now;
  switch (act) {
    case 'registered':
    case 'returned':
      return may.approve && !mine && state === 'proposed';
    case 'started':
      return may.write && state === 'registered';
    case 'paused':
      return state === 'running';
    case 'resumed':
      return may.approve && state === 'paused' && !harmed && !figures?.harmed;
    case 'closed':
      return may.write && (state === 'running' || state === 'paused');
    case 'look_asked':
      return may.write && UNDER_WAY.includes(state) && asked === null && !lookedEarly;
    case 'look_signed':
    case 'look_refused':
      return may.approve && asked !== null && !askedByMe;
    case 'opened':
      return may.write && state === 'closed' && today >= trial.registration.opensOn && !unfinished;
    case 'deviation':
      return may.write && (UNDER_WAY.includes(state) || ['registered', 'opened'].includes(state));
  }
}
