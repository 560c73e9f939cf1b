/** The front door of notifications for higher modules on the server. */
import { newId } from '#platform/clock.ts';
import type { WriteCall } from '#platform/database/call.ts';
import { faultOfNotice, type Notice } from './domain/notice.ts';
import { insertNotification } from './store/notifications.ts';

export type { Notice, NoticeCode } from './domain/notice.ts';
export { tellByMail, type Letter } from './letters.ts';

/**
 * Tells an organisation, in the caller's transaction: it is told exactly where the act stands. The act records itself; this leaves no entry of its own.
 * `code` is the id of the wording in the calling module's `wording.ts`, with `facts` for its placeholders.
 * @throws where the code or the path has not its form: a fault of the caller, never of a person.
 */
export async function notify(call: WriteCall, notice: Notice): Promise<void> {
  const fault = faultOfNotice(notice);
  if (fault !== null) throw new Error(fault);
  await insertNotification(call.tx, newId(), notice, call.now);
}
