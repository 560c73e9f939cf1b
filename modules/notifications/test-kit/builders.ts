import { must, ok } from '#kernel/result.ts';
import type { TestCity, TestPerson, TestPlatform } from '#app/test-kit/platform.ts';
import { newId } from '#platform/clock.ts';
import { notify, type Notice } from '../index.ts';

/** Tells the person's organisation something; the newest notification's id. */
export async function aNotification(t: TestPlatform, to: TestPerson, given: Partial<Notice> & { city?: TestCity } = {}): Promise<string> {
  const { city, ...rest } = given;
  const subjectId = newId();
  must(await t.act(city === undefined ? {} : { city }, async (call) => {
    await notify(call, {
      organisationId: to.organisationId, cityId: city?.id ?? null, code: 'documents.notice.evidence-confirmed', subjectKind: 'evidence', subjectId,
      facts: { kind: 'CERTIFICATE', number: '示例GBM-2026-10001', reason: null }, path: '/work/evidence', ...rest,
    });
    call.record({ kind: 'noted', subject: subjectId, body: {}, cityId: null });
    return ok(undefined);
  }));
  const { body } = await t.request('GET', '/api/notifications', { as: to });
  return body.rows[0].id as string;
}
