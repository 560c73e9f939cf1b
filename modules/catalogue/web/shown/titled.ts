import type { Lang } from '#web/i18n.ts';

type Named = { readonly name: string; readonly brand: string };

/** 「竹影」水性内墙乳胶漆. Names of products exist in the language of their makers only. */
export const titleOf = (lang: Lang, { name, brand }: Named): string => (lang === 'en' ? `${brand} ${name}` : `「${brand}」${name}`);
