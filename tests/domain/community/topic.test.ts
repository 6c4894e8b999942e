import { expect, it } from 'vitest';
import { OPENING_MAX, readTopic, TITLE_MAX, topicWords } from '#lib/domain/community/topic.ts';

const none = { title: '', opening: '' };
const typed = (change: object) => ({ en: none, 'zh-hans': none, 'zh-hant': none, ...change });

it('a topic is written in one language at least, with both parts', () => {
  const en = { title: ' Evenings  alone ', opening: 'What helps?\r\n' };
  expect(readTopic(typed({ en }))).toEqual({
    ok: true,
    value: { en: { title: 'Evenings alone', opening: 'What helps?' } },
  });
  expect(readTopic(typed({}))).toMatchObject({ error: { problem: 'none' } });
  const half = { title: '晚上', opening: ' ' };
  expect(readTopic(typed({ 'zh-hant': half }))).toMatchObject({
    error: { locale: 'zh-hant', problem: 'half' },
  });
});

it('a topic has room for so many characters, counted as people do', () => {
  const most = { title: '夜'.repeat(TITLE_MAX), opening: '😀'.repeat(OPENING_MAX) };
  expect(readTopic(typed({ en: most }))).toMatchObject({ ok: true });
  for (const long of [
    { ...most, title: `${most.title}x` },
    { ...most, opening: `${most.opening}x` },
  ]) {
    expect(readTopic(typed({ en: long }))).toMatchObject({ error: { problem: 'long' } });
  }
});

it('a topic is read in the language of the page, else in another one, which is named', () => {
  const hant = { title: '晚上', opening: '甚麼有幫助？' };
  const en = { title: 'Evenings', opening: 'What helps?' };
  expect(topicWords({ en, 'zh-hant': hant }, 'zh-hant')).toEqual({ locale: 'zh-hant', ...hant });
  expect(topicWords({ 'zh-hant': hant }, 'en')).toEqual({ locale: 'zh-hant', ...hant });
  expect(topicWords({ en, 'zh-hant': hant }, 'zh-hans')).toEqual({ locale: 'en', ...en });
});
