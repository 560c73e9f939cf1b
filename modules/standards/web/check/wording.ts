import { wording as said } from '../../wording.ts';

/** Words of the check: outcomes, verdicts, reasons, and the names that stand in them. For pages that show why. Chosen while building. */
const BORROWED = /^standards\.(reason|outcome|verdict|parameter)\./;
const borrowed = (lang: 'zh-CN' | 'en'): Record<string, string> => Object.fromEntries(Object.entries(said[lang]).filter(([id]) => BORROWED.test(id)));

export const checkWording = { 'zh-CN': borrowed('zh-CN'), en: borrowed('en') } satisfies Record<'zh-CN' | 'en', Record<string, string>>;
