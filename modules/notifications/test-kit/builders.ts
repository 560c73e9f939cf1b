import { must, ok } from '#kernel/result.ts';
import type { TestCity, TestPerson, TestPlatform } from '#app/test-kit/platform.ts';
import { newId } from '#platform/clock.ts';
import type { Channel } from '../domain/channels.ts';
import type { MessageState } from '../domain/message-life.ts';
import { notify, type Notice } from '../index.ts';
import { confirmClaim } from '../store/contacts.ts';
import { settle } from '../store/sending.ts';
import { insertMessages } from '../store/spreading.ts';

/** Tells the person's organisation something; the newest notification's id. */
export async function aNotification(t: TestPlatform, to: TestPerson, given: Partial<Notice> & { city?: TestCity } = {}): Promise<string> {
  const { city, ...rest } = given;
  const subjectId = newId();
  must(await t.act(city === undefined ? {} : { city }, async (call) => {
    await notify(call, {
      organisationId: to.organisationId, cityId: city?.id ?? null, code: 'documents.notice.evidence-confirmed', kind: { class: 'progress' }, subjectKind: 'evidence', subjectId,
      facts: { kind: 'CERTIFICATE', number: '示例GBM-2026-10001', reason: null }, path: '/work/evidence', ...rest,
    });
    call.record({ kind: 'noted', subject: subjectId, body: {}, cityId: null });
    return ok(undefined);
  }));
  const { body } = await t.request('GET', '/api/notifications', { as: to });
  return body.rows[0].id as string;
}

/** The person has confirmed this address, as if they had typed the code. */
export async function aContact(t: TestPlatform, person: TestPerson, address: string, channel: Channel = 'mail'): Promise<void> {
  must(await t.act({}, async (call) => {
    await confirmClaim(call.tx, person.personId, { channel, address, askedAt: call.now, expiresAt: call.now, codeHash: null, tries: 0 }, call.now);
    call.record({ kind: 'noted', subject: person.personId, body: {}, cityId: null });
    return ok(undefined);
  }));
}

/** A message to the person that has come to this end. */
export async function aMessage(t: TestPlatform, to: TestPerson, state: MessageState): Promise<string> {
  const [id, notificationId] = [newId(), await aNotification(t, to)];
  must(await t.act({}, async (call) => {
    await insertMessages(call.tx, [{ id, kind: 'notice', class: 'progress', channel: 'mail', cityId: null, personId: to.personId, organisationId: to.organisationId, notificationId, until: new Date(call.now.getTime() + 60_000) }], call.now);
    await settle(call.tx, { id, attempts: 0 }, { state, answer: '550 5.1.1', reason: null }, call.now);
    call.record({ kind: 'noted', subject: id, body: {}, cityId: null });
    return ok(undefined);
  }));
  return id;
}
