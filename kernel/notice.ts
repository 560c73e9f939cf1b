/**
 * What a notice is. `legal`: the law asks that it be told; nobody can leave it out. `task`: the organisation has to do something.
 * `deadline`: a day comes near, or an answer is awaited. `progress`: something has moved on.
 */
export const NOTICE_CLASSES = ['legal', 'task', 'deadline', 'progress'] as const;
export type NoticeClass = (typeof NOTICE_CLASSES)[number];

/** A legal notice names the article that asks for it; one that can name none is not legal. */
export type NoticeKind = { readonly class: 'legal'; readonly basis: string } | { readonly class: Exclude<NoticeClass, 'legal'> };

/** What a module tells, by the id of its wording. */
export type NoticeCatalogue = Readonly<Record<`${string}.notice.${string}`, NoticeKind>>;
