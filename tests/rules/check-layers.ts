// Runs the layer rules and fails when they saw too little: a checker that sees nothing finds nothing.

import { createRequire } from 'node:module';
import { cruise, type ICruiseResult } from 'dependency-cruiser';

const LEAST_MODULES = 150;

const { forbidden, options } = createRequire(import.meta.url)('./layers.cjs');
const { output } = await cruise(['app', 'components', 'lib', 'proxy.ts'], {
  ...options,
  ruleSet: { forbidden },
  validate: true,
});
const { violations, totalCruised } = (output as ICruiseResult).summary;
for (const { rule, from, to } of violations) {
  const reason = forbidden.find((r: { name: string }) => r.name === rule.name)?.comment ?? '';
  console.log(`${rule.name}: ${from} → ${to}\n  ${reason}`);
}
console.log(`${totalCruised} modules, ${violations.length} violations`);
if (totalCruised < LEAST_MODULES) {
  console.log(`Only ${totalCruised} modules were seen; at least ${LEAST_MODULES} are expected.`);
}
process.exitCode = violations.length > 0 || totalCruised < LEAST_MODULES ? 1 : 0;
