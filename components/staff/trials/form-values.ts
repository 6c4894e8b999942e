import { WAYS } from '#lib/domain/bridges/ways.ts';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';

/** A form's fields as text. */
export type Typed = Readonly<Record<string, string>>;

/** A registration as its form shows it. */
export function typedOf(registration: Registration): Typed {
  const { population, arms, primary, expected, margin } = registration;
  const shares = WAYS.map(({ id }) => {
    const share = arms.find(({ way }) => way === id)?.share ?? 0;
    return [`share-${id}`, String(share)] as const;
  });
  return {
    title: registration.title,
    question: registration.question,
    bands: population.bands.join(','),
    tiers: population.tiers.join(','),
    locales: population.locales.join(','),
    intentionFrom: String(population.intentionFrom),
    ...Object.fromEntries(shares),
    days: String(primary.days),
    secondary: registration.secondary.join(','),
    control: String(expected.control),
    power: String(expected.power),
    planned: String(registration.planned),
    analysis: registration.analysis,
    looks: String(registration.looks),
    margin: margin === null ? '' : String(margin),
    subgroups: registration.subgroups.join(','),
    mayLook: registration.mayLook.join(','),
    ethics: registration.ethics,
    opensOn: registration.opensOn,
  };
}

/** What was typed, in the shape of a registration; whether it holds is not judged here. */
export function readTyped(typed: Typed): Readonly<Record<string, unknown>> {
  const text = (name: string) => typed[name] ?? '';
  const list = (name: string) => text(name).split(',').filter(Boolean);
  const number = (name: string) => (/^\d+$/.test(text(name).trim()) ? Number(text(name)) : null);
  return {
    title: text('title'),
    question: text('question'),
    population: {
      bands: list('bands'),
      tiers: list('tiers'),
      locales: list('locales'),
      intentionFrom: number('intentionFrom'),
    },
    arms: WAYS.flatMap(({ id, version }) => {
      const share = number(`share-${id}`);
      return share === 0 ? [] : [{ way: id, version, share }];
    }),
    primary: { outcome: 'attended', days: number('days') },
    secondary: list('secondary'),
    safety: 'deterioration_item9_or_help',
    expected: { control: number('control'), power: number('power') },
    planned: number('planned'),
    analysis: text('analysis'),
    looks: number('looks'),
    margin: text('margin').trim() === '' ? null : (number('margin') ?? 0),
    subgroups: list('subgroups'),
    mayLook: list('mayLook'),
    ethics: text('ethics'),
    opensOn: text('opensOn'),
  };
}

/** The first control of each part that can be wrong. */
export const CONTROL_OF: Readonly<Record<string, string>> = {
  population: 'bands',
  arms: `share-${WAYS[0]?.id}`,
  primary: 'days',
  expected: 'control',
};
