// One rule per arrow of the diagram in README.md. Run by `npm run layers`.
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const inside = (...folders) => ({ path: folders.map((f) => `^${f}/`) });

/** Pure packages of numbers that lib/domain/evaluation may use. */
const NUMERIC_PACKAGES = ['cephes'];

/** Reading order of the domain: a module may import its own level's own folder and the levels before it. */
const ORDER = [
  ['basics'],
  ['screening'],
  ['routing'],
  ['access'],
  ['roster'],
  ['safety', 'referrals', 'guidance', 'plan', 'reports'],
  ['community'],
  ['bridges'],
  ['pathway'],
  ['simulation'],
  ['evaluation'],
];
const domainOrder = ORDER.flatMap((level, i) =>
  level.map((module) => {
    const below = [module, ...ORDER.slice(0, i).flat()].map((name) => `^lib/domain/${name}/`);
    return forbid(
      `domain-order-${module}`,
      inside(`lib/domain/${module}`),
      { path: '^lib/domain/', pathNot: below },
      'Domain modules are read, and import, in one order.',
    );
  }),
);

module.exports = {
  forbidden: [
    ...domainOrder,
    forbid('no-cycles', {}, { circular: true }, 'Imports point one way.'),
    forbid(
      'domain-is-pure',
      { path: '^lib/domain/', pathNot: '^lib/domain/evaluation/' },
      { pathNot: ['^lib/domain/', '^node_modules/zod/'] },
      'lib/domain holds rules and arithmetic: it may import itself and zod, nothing else.',
    ),
    forbid(
      'evaluation-is-pure',
      inside('lib/domain/evaluation'),
      { pathNot: ['^lib/domain/', `^node_modules/(zod|${NUMERIC_PACKAGES.join('|')})/`] },
      'lib/domain/evaluation may also import the named packages of numbers.',
    ),
    forbid(
      'lib-knows-no-framework',
      inside('lib'),
      { path: '^node_modules/(next|next-auth|react|react-dom)/' },
      'Next, React and next-auth stay in app/ and components/.',
    ),
    forbid(
      'lib-never-reaches-up',
      inside('lib'),
      inside('app', 'components'),
      'app calls lib, never the reverse.',
    ),
    forbid(
      'commands-stay-at-the-edge',
      { path: '^(app|components|lib)/', pathNot: '^lib/run/' },
      inside('lib/run'),
      'Commands may use everything under lib; nothing uses a command.',
    ),
    forbid(
      'store-and-gateways-call-no-usecase',
      inside('lib/store', 'lib/gateways', 'lib/i18n'),
      inside('lib/usecases'),
      'Use cases call the store and the gateways, never the reverse.',
    ),
    forbid(
      'one-usecase-calls-no-other',
      { path: '^lib/usecases/[^/]+/' },
      { path: '^lib/usecases/[^/]+/' },
      'Share rules through lib/domain and queries through lib/store.',
    ),
    forbid(
      'prisma-only-in-store',
      { path: '^(app|components|lib)/', pathNot: '^lib/(store|run)/' },
      { path: '^prisma/|^node_modules/(@prisma|pg|pg-copy-streams)/' },
      'Every query lives in lib/store.',
    ),
    forbid(
      'components-are-presentational',
      inside('components'),
      { path: ['^app/', '^lib/(?!domain/|i18n/)'] },
      'Components get data and addresses as props.',
    ),
    forbid(
      'pages-go-through-usecases',
      { path: '^app/', pathNot: '^app/_request/' },
      inside('lib/store', 'lib/gateways'),
      'Only app/_request opens the database and the gateways; pages and handlers call one use case.',
    ),
    forbid(
      'visitor-and-staff-pages-stay-apart',
      { path: '^app/.*\\(visitor\\)/' },
      { path: '^app/.*\\((staff|clinic)\\)/|^app/_request/staff' },
      'Nothing that knows a name is reachable from an anonymous page.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.next/', 'prisma/generated/internal'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
