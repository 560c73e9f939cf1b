import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

const ADMINISTRATOR = { who: ['unit.administrator'], reach: 'own' } as const;
/** Who brings the units of a city their administrators. */
const DESK = { who: ['housing.officer', 'centre.reviewer'], reach: 'city' } as const;

export const policy: PolicyOf<typeof contract> = {
  session: { who: 'anyone' },
  signIn: { who: 'anyone', secret: true, slow: true },
  passkeyQuestion: { who: 'anyone' },
  signInByPasskey: { who: 'anyone', secret: true },
  recover: { who: 'anyone', secret: true, slow: true },
  touchQuestion: { who: 'signed-in' },
  touch: { who: 'signed-in', secret: true, slow: true },
  signOut: { who: 'signed-in', secret: true },
  actAs: { who: 'signed-in', secret: true },
  account: { who: 'signed-in' },
  newPasskeyQuestion: { who: 'signed-in', fresh: true },
  addPasskey: { who: 'signed-in', fresh: true },
  removePasskey: { who: 'signed-in', fresh: true },
  changePassword: { who: 'signed-in', fresh: true, slow: true },
  newCodeSetup: { who: 'signed-in', fresh: true },
  setOneTimeCodes: { who: 'signed-in', fresh: true },
  removeOneTimeCodes: { who: 'signed-in', fresh: true },
  drawRecoveryCodes: { who: 'signed-in', fresh: true, secret: true },
  endSession: { who: 'signed-in' },
  endOtherSessions: { who: 'signed-in' },
  signOns: { who: 'anyone' },
  beginSignOn: { who: 'anyone' },
  finishSignOn: { who: 'anyone', secret: true, slow: true },
  beginLink: { who: 'signed-in', fresh: true },
  finishLink: { who: 'signed-in', fresh: true, secret: true },
  removeLink: { who: 'signed-in', fresh: true },
  cities: { who: 'anyone' },

  invitation: { who: 'anyone' },
  acceptInvitation: { who: 'signed-in' },
  joinByInvitation: { who: 'anyone', slow: true },
  myInvitations: { who: 'signed-in' },
  acceptMyInvitation: { who: 'signed-in' },
  myRights: { who: 'signed-in' },

  unitPeople: ADMINISTRATOR,
  invite: ADMINISTRATOR,
  makeInvitationLink: { ...ADMINISTRATOR, secret: true },
  withdrawInvitation: ADMINISTRATOR,
  changeRoles: { ...ADMINISTRATOR, fresh: true },
  decideProposal: { ...ADMINISTRATOR, fresh: true },

  cityUnits: DESK,
  cityUnit: DESK,
  registerUnit: DESK,
  inviteAdministrator: DESK,
  makeAdministratorLink: { ...DESK, secret: true },
  withdrawAdministratorInvitation: DESK,
  decideUnitProposal: { ...DESK, fresh: true },
};
