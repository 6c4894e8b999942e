/** Each language in its own script, the same on every page, so it is no translated text. */
export const LANGUAGE_NAMES = {
  en: 'English',
  'zh-hans': '简体中文',
  'zh-hant': '繁體中文',
} as const;
