import { ok, refuse } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import { takeSeat } from '#platform/database/duty.ts';
import type { Handlers, Place } from '#platform/http/serve.ts';
import type { ReadCall } from '#platform/database/call.ts';
import type { contract } from './contract/index.ts';
import { enter, type Writing } from './entering.ts';
import { beginFlow, clearFlow, flowOf, subjectOf, type Flow } from './sign-on.ts';
import { cityBySlug } from './store/cities.ts';
import { accountOf } from './store/credentials.ts';
import { endOtherSessions } from './store/sessions.ts';
import { insertLink, linkedPerson, removeLink } from './store/sign-on.ts';

type Own = Handlers<typeof contract>;

async function begin(call: ReadCall & Place, purpose: Flow['purpose']) {
  const signOn = call.signOns.get(call.city!.slug);
  if (signOn === undefined) return refuse('not-found', 'city');
  const begun = await beginFlow(call.vault, signOn, { purpose, personId: purpose === 'link' ? call.actor!.personId : null, city: call.city!.slug }, call.request.publicOrigin, call.now);
  if (begun === undefined) return refuse('sign-on-unreachable');
  call.request.answer.headers.append('Set-Cookie', begun.cookie);
  return ok({ address: begun.address });
}

/** Who came back from the city for this purpose, with the flow that this browser began; undefined where anything is not right. */
async function returned(call: Writing, purpose: Flow['purpose'], query: string) {
  const flow = flowOf(call.vault, call.request.cookie, purpose, call.now);
  const signOn = flow === undefined ? undefined : call.signOns.get(flow.city);
  if (flow === undefined || signOn === undefined) return undefined;
  call.request.answer.headers.append('Set-Cookie', clearFlow());
  const who = await subjectOf(signOn, flow, query, call.request.publicOrigin);
  return who === undefined ? undefined : { ...who, flow };
}

export const signOnReads = {
  signOns: async (call) => ok([...call.signOns].map(([city, { nameZh, nameEn }]) => ({ city, nameZh, nameEn }))),
  beginSignOn: async (call) => begin(call, 'sign-in'),
  beginLink: async (call) => begin(call, 'link'),
} satisfies Own['reads'];

export const signOnWrites = {
  finishSignOn: async (call, { query }) => {
    const who = await returned(call, 'sign-in', query);
    if (who === undefined) return refuse('sign-on-refused');
    const personId = await linkedPerson(call.tx, who.issuer, who.subject);
    if (personId === undefined) return refuse('sign-on-not-linked');
    await takeSeat(call.tx, { personId, organisationId: null });
    return ok(await enter(call, { personId, login: (await accountOf(call.tx, personId)).login }, 'city-sign-on'));
  },
  finishLink: async (call, { query }) => {
    const { personId, sessionId } = call.actor!;
    const who = await returned(call, 'link', query);
    // Begun by this very person: a link that another began in this browser is none.
    if (who === undefined || who.flow.personId !== personId) return refuse('sign-on-refused');
    const city = await cityBySlug(call.tx, who.flow.city);
    const id = newId();
    if (!(await insertLink(call.tx, { id, personId, cityId: city!.id, issuer: who.issuer, subject: who.subject }, call.now))) return refuse('sign-on-linked');
    const sessionsEnded = await endOtherSessions(call.tx, personId, sessionId, call.now);
    call.record({ kind: 'sign-on-linked', subject: personId, body: { link: id, city: city!.id, sessionsEnded }, cityId: null });
    return ok({ linkId: id });
  },
  removeLink: async (call, { linkId }) => {
    const { personId, sessionId } = call.actor!;
    if (!(await removeLink(call.tx, personId, linkId))) return refuse('not-found', 'linkId');
    const sessionsEnded = await endOtherSessions(call.tx, personId, sessionId, call.now);
    call.record({ kind: 'sign-on-unlinked', subject: personId, body: { link: linkId, sessionsEnded }, cityId: null });
    return ok({ sessionsEnded });
  },
} satisfies Own['writes'];
