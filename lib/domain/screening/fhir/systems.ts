export const LOINC = 'http://loinc.org';
/** The number that an answer counts as (R4: on a Coding or on an answer option). */
export const ORDINAL = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';
export const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
export const ABSENT_SYSTEM = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
/** "I would rather not answer": asked, and declined. */
export const DECLINED = 'asked-declined';
export const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
