/** What can be switched on so that an analysis has something to find, or something to be misled by (measurement.md E6). */
export interface Mechanisms {
  /** Of those who stop at the result, the share whom the result itself gave what they needed. */
  readonly satisfied: number;
  /**
   * What help without a name does to seeking care. `causal`: from the second day of it on, a visit is arranged at 0.8
   * of the pace. `selection`: it does nothing, and those who would seek less use it more.
   */
  readonly substitution: 'none' | 'causal' | 'selection';
  /** Asking about intention speeds up seeking care; one in ten is not asked, at random. */
  readonly questionBehaviour: boolean;
  /**
   * What the second of two arms does. `plan`: it leads more people to a plan. `harm`: it slows seeking down and makes
   * symptoms worse. `lost`: nothing, but a quarter of it never gets to a result (sample ratio mismatch).
   */
  readonly arm: 'none' | 'plan' | 'harm' | 'lost';
  /** Who has not been to a visit answers check-ins less. */
  readonly silentWithoutVisit: boolean;
  /** For one pathway in ten, half of what is recorded is recorded under the date of the day after. */
  readonly clockSkew: boolean;
  /** In the middle of the time another policy goes into force. */
  readonly policySwitch: boolean;
}

export interface Scenario {
  /** Mean and standard deviation of latent severity; 0 and 1 are the general population's. */
  readonly severity: { readonly mean: number; readonly sd: number };
  readonly mechanisms: Mechanisms;
  /** What it is, for people who choose one. */
  readonly words: string;
}

/** The share is an assumption: no study has told it apart from stopping for other reasons. */
const SHARE_SATISFIED = 0.3;

const NONE: Mechanisms = {
  satisfied: SHARE_SATISFIED,
  substitution: 'none',
  questionBehaviour: false,
  arm: 'none',
  silentWithoutVisit: false,
  clockSkew: false,
  policySwitch: false,
};

const WEB = { mean: 1.75, sd: 0.85 };

const web = (words: string, switched: Partial<Mechanisms>): Scenario => ({
  severity: WEB,
  mechanisms: { ...NONE, ...switched },
  words,
});

/** Severities are those of measurement.md E1; every mechanism stands in the population of the web. */
export const SCENARIOS = {
  population: {
    severity: { mean: 0, sd: 1 },
    mechanisms: NONE,
    words: 'adults at large: 7 % with a total of 10 or more',
  },
  students: {
    severity: { mean: 0.8, sd: 0.95 },
    mechanisms: NONE,
    words: 'students: 22 % with a total of 10 or more',
  },
  web: web('people who come upon a check on the web: 58 % with 10 or more', {}),
  'screening-site': {
    severity: { mean: 2.2, sd: 0.85 },
    mechanisms: NONE,
    words: 'people who look for a screening site: about 75 % with 10 or more',
  },
  'satisfied-by-result': web('8 of 10 who stop at the result do so because it was enough', {
    satisfied: 0.8,
  }),
  'substitution-causal': web('help without a name slows seeking care down', {
    substitution: 'causal',
  }),
  'substitution-selection': web(
    'those who seek less use help without a name more; it does nothing',
    {
      substitution: 'selection',
    },
  ),
  'question-behaviour': web('being asked about intention speeds up seeking care', {
    questionBehaviour: true,
  }),
  'plan-arm': web('one of two arms leads more people to a plan', { arm: 'plan' }),
  'harm-arm': web('one of two arms harms', { arm: 'harm' }),
  'sample-ratio': web('a quarter of one arm is lost before the result', { arm: 'lost' }),
  'silent-without-visit': web('who has not been to a visit answers check-ins less', {
    silentWithoutVisit: true,
  }),
  'clock-skew': web('some steps are recorded under the date of the day after', { clockSkew: true }),
  'policy-switch': web('another policy goes into force in the middle', { policySwitch: true }),
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof SCENARIOS;

export const SCENARIO_NAMES = Object.keys(SCENARIOS) as readonly ScenarioName[];

export function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(SCENARIOS, name);
}
