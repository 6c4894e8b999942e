/** `npm run test:nightly`: every variant and the large figures; on every change, what tells the most in the least time. */
export const NIGHTLY = process.env['HANDRAIL_NIGHTLY'] === '1';
