/** Log odds of a probability. */
export const logit = (p: number): number => Math.log(p / (1 - p));

/** The probability whose log odds these are. */
export const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
