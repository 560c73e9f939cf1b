import type { NoticeKind } from '#kernel/notice.ts';

/** The id of its wording in the wording of the module that tells it: `orders.notice.order-placed`. Written out whole, so that it can be searched for. */
export type NoticeCode = `${string}.notice.${string}`;

/** Something an organisation is told. Holds no secret: everybody in the organisation reads it. */
export type Notice = {
  readonly organisationId: string;
  /** The city it speaks of, or null. */
  readonly cityId: string | null;
  readonly code: NoticeCode;
  /** Whether the law asks that it be told, and what it wants of the organisation: decides who may leave it out. */
  readonly kind: NoticeKind;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  /** Where to go: from the root of the site, and where a city is named, without it: `/work/evidence/…`. */
  readonly path: string | null;
  /** The event that a consumer was told: the same event makes the same notice once. */
  readonly cause?: string;
};

/** The address of a notice's page in its city. A path that already begins with the city is left as it is. */
export function addressOf(path: string | null, citySlug: string | null): string | null {
  if (path === null || citySlug === null) return path;
  return path === `/${citySlug}` || path.startsWith(`/${citySlug}/`) ? path : `/${citySlug}${path}`;
}

/** Why a notice cannot be kept; null where it can. A fault of the module that tells it, never of a person. */
export function faultOfNotice(notice: Pick<Notice, 'code' | 'path'>): string | null {
  if (!/^[a-z-]+\.notice\.[a-z0-9.-]+$/.test(notice.code)) return `a notice's code is the id of its wording, <module>.notice.<code>, not ${notice.code}`;
  if (notice.path !== null && !/^\/[^/\\]/.test(notice.path)) return `a notice's path begins at the root of this site, not ${notice.path}`;
  return null;
}
