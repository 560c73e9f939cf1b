import type { MatrixKit, Subject } from '#app/test-kit/matrix.ts';
import type { TestPerson } from '#app/test-kit/platform.ts';
import type { Role } from '#kernel/policy.ts';
import { newId } from '#platform/clock.ts';
import { anInvitation, aProposal, aLink } from './builders.ts';
import { aCodeSetup, aNewPasskey, aPasskey, aSession } from './own-account.ts';

const answer = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' } };

export const matrix: MatrixKit = {
  async world(t) {
    const administrator = await t.person('unit.administrator', { password: '一句容易记住的示例话' });
    const colleague = await t.person('buyer.purchaser', { with: administrator });
    const [otherAdministrator, neighbour] = [await t.person('unit.administrator'), await t.person('unit.administrator', { city: t.yunxi })];
    const otherColleague = await t.person('buyer.purchaser', { with: otherAdministrator });
    const people: Partial<Record<Role, TestPerson>> = { 'unit.administrator': administrator, 'housing.officer': await t.person('housing.officer'), 'centre.reviewer': await t.person('centre.reviewer') };
    /** Who has the unit that a request names; nobody where it is unknown. */
    const owner = (subject: Subject): TestPerson | null => ({ own: administrator, 'other-organisation': otherAdministrator, 'other-city': neighbour, unknown: null })[subject];
    const unitOf = (subject: Subject): string => owner(subject)?.organisationId ?? newId();
    const invited = async (subject: Subject, proposed = false): Promise<string> => {
      const by = owner(subject);
      if (by === null) return newId();
      return proposed ? aProposal(t, by) : anInvitation(t, by);
    };
    return {
      people,
      async sample(route, _as, subject) {
        const city = `/api/${t.huzhou.slug}/units`;
        const invitee = { name: '示例人员', login: null, mail: null };
        switch (route) {
          case 'makeInvitationLink': return subject === 'other-city' ? null : { path: `/api/unit/invitations/${await invited(subject)}/link`, body: {} };
          case 'withdrawInvitation': return subject === 'other-city' ? null : { path: `/api/unit/invitations/${await invited(subject)}`, body: {} };
          case 'changeRoles': {
            const of = subject === 'own' ? colleague : subject === 'other-organisation' ? otherColleague : null;
            return subject === 'other-city' ? null : { path: `/api/unit/people/${of?.membershipId ?? newId()}/roles`, body: { roles: ['buyer.purchaser'] } };
          }
          // The proposer may take a proposal back; confirming it is for somebody else.
          case 'decideProposal': return subject === 'other-city' ? null : { path: `/api/unit/proposals/${await invited(subject, true)}`, body: { confirms: false, reason: null } };
          case 'cityUnit': return { path: `${city}/${unitOf(subject)}` };
          case 'inviteAdministrator': return { path: `${city}/${unitOf(subject)}/invitations`, body: invitee };
          case 'makeAdministratorLink': return { path: `${city}/${unitOf(subject)}/invitations/${await invited(subject)}/link`, body: {} };
          case 'withdrawAdministratorInvitation': return { path: `${city}/${unitOf(subject)}/invitations/${await invited(subject)}`, body: {} };
          case 'decideUnitProposal': return { path: `${city}/${unitOf(subject)}/proposals/${await invited(subject, true)}`, body: { confirms: true, reason: null } };
          default:
        }
        if (subject !== 'own') return null;
        switch (route) {
          case 'session': return { path: '/api/session' };
          case 'cities': return { path: '/api/cities' };
          case 'signIn': return { path: '/api/session', body: { login: 'nobody', password: 'nothing' } };
          case 'signOut': return { path: '/api/session', body: {} };
          case 'actAs': return { path: '/api/session/membership', body: { membershipId: administrator.membershipId } };
          case 'passkeyQuestion': return { path: '/api/session/passkey' };
          case 'signInByPasskey': return { path: '/api/session/passkey', body: { answer } };
          case 'touchQuestion': return { path: '/api/session/touch' };
          case 'touch': return { path: '/api/session/touch', body: { password: 'not-the-right-one' } };
          case 'recover': return { path: '/api/session/recovery', body: { login: 'nobody', recoveryCode: 'AAAAA', password: '再来一句够长的新密码' } };
          case 'newCodeSetup': return { path: '/api/account/one-time-codes/new' };
          case 'setOneTimeCodes': return { path: '/api/account/one-time-codes', body: await aCodeSetup(t, administrator) };
          case 'removeOneTimeCodes':
            await t.request('PUT', '/api/account/one-time-codes', { as: administrator, body: await aCodeSetup(t, administrator) });
            return { path: '/api/account/one-time-codes', body: {} };
          case 'drawRecoveryCodes': return { path: '/api/account/recovery-codes', body: {} };
          case 'signOns': return { path: '/api/sign-ons' };
          case 'beginSignOn': return { path: `/api/${t.huzhou.slug}/session/sign-on` };
          case 'finishSignOn': return { path: '/api/session/sign-on', body: { query: 'code=x&state=y' } };
          case 'beginLink': return { path: `/api/${t.huzhou.slug}/account/sign-on` };
          case 'finishLink': return { path: '/api/account/sign-on', body: { query: 'code=x&state=y' } };
          case 'removeLink': return { path: `/api/account/sign-on/${newId()}`, body: {} };
          case 'account': return { path: '/api/account' };
          case 'newPasskeyQuestion': return { path: '/api/account/passkeys/new' };
          case 'addPasskey': return { path: '/api/account/passkeys', body: await aNewPasskey(t, administrator) };
          case 'removePasskey': return { path: `/api/account/passkeys/${await aPasskey(t, administrator)}`, body: {} };
          case 'changePassword': return { path: '/api/account/password', body: { password: '再来一句够长的新密码' } };
          case 'endSession': return { path: `/api/account/sessions/${await aSession(t, administrator)}`, body: {} };
          case 'endOtherSessions': return { path: '/api/account/sessions', body: {} };
          case 'invitation': return { path: `/api/invitations/${'0'.repeat(64)}` };
          case 'acceptInvitation': return { path: '/api/invitations/accept', body: { token: 'x'.repeat(43) } };
          case 'joinByInvitation': return { path: '/api/invitations/join', body: { token: (await aLink(t, administrator)).token, name: '示例人员', login: `m-${newId().slice(-12)}`, password: '一句容易记住的示例话' } };
          case 'myInvitations': return { path: '/api/session/invitations' };
          case 'acceptMyInvitation': return { path: `/api/session/invitations/${newId()}/accept`, body: {} };
          case 'myRights': return { path: '/api/session/rights' };
          case 'unitPeople': return { path: '/api/unit/people' };
          case 'invite': return { path: '/api/unit/invitations', body: { ...invitee, roles: ['buyer.purchaser'] } };
          case 'cityUnits': return { path: city };
          case 'registerUnit': return { path: city, body: { kind: 'buyer', name: '示例单位甲', creditCode: `12${newId().replaceAll('-', '').slice(-16).toUpperCase()}`.replaceAll(/[IOSVZ]/g, 'X') } };
          default: return null;
        }
      },
    };
  },
};
