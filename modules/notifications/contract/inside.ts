import { z } from 'zod';
import { BothTexts, Instant, operation, PageQuery, Uuid } from '#kernel/wire.ts';

export const Notification = z.object({
  id: Uuid,
  /** The id of its wording; what it says stands in `text`. */
  code: z.string(),
  text: BothTexts,
  subjectKind: z.string(),
  subjectId: z.string(),
  city: z.object({ slug: z.string(), nameZh: z.string(), nameEn: z.string() }).nullable(),
  /** Where to go, the city already in it. */
  path: z.string().nullable(),
  at: Instant,
  unread: z.boolean(),
});
export type Notification = z.infer<typeof Notification>;

/** What the organisation was told, the newest first. `unread` counts to 100 at most. */
export const mine = operation
  .route({ method: 'GET', path: '/notifications', summary: '本单位的消息 · Notifications of one’s organisation', tags: ['notifications'] })
  .input(z.strictObject({ unread: z.stringbool().default(false), ...PageQuery }))
  .output(z.object({ rows: z.array(Notification), total: z.number().int(), unread: z.number().int() }));

export const markRead = operation
  .route({ method: 'POST', path: '/notifications/read', summary: '标为已读 · Mark as read', tags: ['notifications'] })
  .input(z.union([z.strictObject({ ids: z.array(Uuid).min(1).max(100) }), z.strictObject({ upTo: Uuid })]))
  .output(z.object({ unread: z.number().int() }));
