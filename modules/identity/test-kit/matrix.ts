import type { MatrixKit } from '#app/test-kit/matrix.ts';

const answer = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' } };

export const matrix: MatrixKit = {
  async world() {
    return {
      people: {},
      async sample(route, _as, subject) {
        if (subject !== 'own') return null;
        switch (route) {
          case 'session': return { path: '/api/session' };
          case 'cities': return { path: '/api/cities' };
          case 'signIn': return { path: '/api/session', body: { login: 'nobody', password: 'nothing' } };
          case 'signOut': return { path: '/api/session', body: {} };
          case 'actAs': return { path: '/api/session/membership', body: { membershipId: '00000000-0000-7000-8000-000000000000' } };
          case 'passkeyQuestion': return { path: '/api/session/passkey' };
          case 'signInByPasskey': return { path: '/api/session/passkey', body: { answer } };
          case 'touchQuestion': return { path: '/api/session/touch' };
          case 'touch': return { path: '/api/session/touch', body: { password: 'not-the-right-one' } };
          case 'account': return { path: '/api/account' };
          case 'newPasskeyQuestion': return { path: '/api/account/passkeys/new' };
          case 'addPasskey': return { path: '/api/account/passkeys', body: { name: '办公电脑', answer: { ...answer, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } } } };
          case 'removePasskey': return { path: '/api/account/passkeys/00000000-0000-7000-8000-000000000000', body: {} };
          case 'changePassword': return { path: '/api/account/password', body: { password: '一句够长的新密码' } };
          case 'endSession': return { path: '/api/account/sessions/00000000-0000-7000-8000-000000000000', body: {} };
          case 'endOtherSessions': return { path: '/api/account/sessions', body: {} };
          default: return null;
        }
      },
    };
  },
};
