import {
  answerCoding,
  codeOf,
  type Publication,
  type PublishedQuestion,
  questionnaireUrl,
  questionsOf,
} from './publication.ts';

/** An instrument as an R4 Questionnaire; `hash` is that of its wording, as in the manifest. */
export function writeQuestionnaire(published: Publication, hash: string) {
  const { instrument, wording, lang, base } = published;
  const { id, title, version, loinc, licence, citations } = instrument;
  const questions = questionsOf(published);
  return {
    resourceType: 'Questionnaire',
    id: `${id}-${lang}`,
    language: lang,
    url: questionnaireUrl(published),
    identifier: [{ system: `${base}/NamingSystem/wording-sha256`, value: hash }],
    version,
    name: nameFor(id),
    title,
    status: 'active',
    description: citations
      .map(({ text, doi }) => (doi ? `${text}. DOI ${doi}` : text))
      .join('\n\n'),
    copyright: [licence.statement, licence.attribution, loinc.notice].join('\n\n'),
    code: [codeOf(published, loinc.panel, 'panel')],
    item: [
      { linkId: 'stem', text: wording.stem, type: 'display' },
      ...questions.map((question) => item(published, question)),
    ],
  } as const;
}

function item(published: Publication, question: PublishedQuestion) {
  const { linkId, code, text, options } = question;
  return {
    linkId,
    code: [code],
    text,
    type: 'choice',
    required: false,
    repeats: false,
    answerOption: options.map((choice) => {
      // Here readers look for what an answer counts on the option.
      const { extension, ...valueCoding } = answerCoding(published, question, choice);
      return { ...(extension && { extension }), valueCoding };
    }),
  } as const;
}

/** `phq-9` → `Phq9`: a name that programs can use. */
function nameFor(id: string): string {
  return id.replaceAll(/(?:^|-)(.)/g, (_, first: string) => first.toUpperCase());
}
