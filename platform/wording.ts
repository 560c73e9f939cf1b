import { setupI18n, type I18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { RefusalFacts } from '#kernel/result.ts';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Wording = { readonly [L in Language]: Readonly<Record<string, string>> };

/** The catalogues of all modules in both languages; what PDF, mail and refusals speak from. */
export type Words = {
  both(id: string, facts?: RefusalFacts): { 'zh-CN': string; en: string };
  one(language: Language, id: string, facts?: RefusalFacts): string;
  has(id: string): boolean;
};

export function makeWords(wordings: readonly Wording[]): Words {
  const spoken = new Map<Language, I18n>();
  for (const language of LANGUAGES) {
    const i18n = setupI18n();
    i18n.setMessagesCompiler(compileMessage);
    i18n.load(language, Object.assign({}, ...wordings.map((w) => w[language])) as Record<string, string>);
    i18n.activate(language);
    spoken.set(language, i18n);
  }
  const one = (language: Language, id: string, facts: RefusalFacts = {}): string => spoken.get(language)!._(id, { ...facts });
  return {
    one,
    both: (id, facts) => ({ 'zh-CN': one('zh-CN', id, facts), en: one('en', id, facts) }),
    has: (id) => wordings.some((w) => id in w['zh-CN']),
  };
}
