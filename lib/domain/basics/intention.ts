/**
 * Strength from which a person counts as intending, on 1 "extremely unlikely" to 7 "extremely likely"
 * (the response form of the General Help-Seeking Questionnaire, Wilson et al. 2005, Can J Couns 39:15).
 */
export const INTENDER_FROM = 5;
