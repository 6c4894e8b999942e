import { z } from 'zod';

/* The parts of FHIR R4 that are read here, and no more: everything else may be there. */

const extension = z.object({
  url: z.string(),
  valueDecimal: z.number().optional(),
  valueCode: z.string().optional(),
});

const coding = z.object({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
  extension: z.array(extension).optional(),
});

const value = {
  valueCoding: coding.optional(),
  valueInteger: z.number().optional(),
  valueDecimal: z.number().optional(),
  valueString: z.string().optional(),
};

const questionSchema = z.object({
  linkId: z.string().min(1),
  type: z.string(),
  text: z.string().optional(),
  code: z.array(coding).optional(),
  repeats: z.boolean().optional(),
  answerOption: z
    .array(z.object({ ...value, extension: z.array(extension).optional() }))
    .optional(),
  get item() {
    return z.array(questionSchema).optional();
  },
});

export const questionnaireSchema = z.object({
  resourceType: z.literal('Questionnaire'),
  language: z.string().optional(),
  code: z.array(coding).optional(),
  item: z.array(questionSchema).min(1),
});

const answeredSchema = z.object({
  linkId: z.string().min(1),
  get answer() {
    return z.array(z.object({ ...value, item: z.array(answeredSchema).optional() })).optional();
  },
  get item() {
    return z.array(answeredSchema).optional();
  },
});

const subject = z.object({ reference: z.string().optional() }).optional();

export const responseSchema = z.object({
  resourceType: z.literal('QuestionnaireResponse'),
  status: z.string(),
  subject,
  item: z.array(answeredSchema).optional(),
});

const concept = z.object({ coding: z.array(coding).optional() });
const observed = {
  code: concept,
  valueCodeableConcept: concept.optional(),
  valueQuantity: z.object({ value: z.number().optional() }).optional(),
  valueInteger: z.number().optional(),
  valueString: z.string().optional(),
  dataAbsentReason: concept.optional(),
};

export const observationSchema = z.object({
  resourceType: z.literal('Observation'),
  status: z.string(),
  subject,
  ...observed,
  component: z.array(z.object(observed)).optional(),
});

export type Coding = z.infer<typeof coding>;
export type Question = z.infer<typeof questionSchema>;
export type AnswerOption = NonNullable<Question['answerOption']>[number];
export type Answered = z.infer<typeof answeredSchema>;
export type Response = z.infer<typeof responseSchema>;
export type Observation = z.infer<typeof observationSchema>;
export type Observed = Omit<Observation, 'resourceType' | 'status' | 'subject' | 'component'>;
