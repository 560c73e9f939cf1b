import { account, addPasskey, changePassword, endOtherSessions, endSession, newPasskeyQuestion, removePasskey } from './account.ts';
import { drawRecoveryCodes, newCodeSetup, recover, removeOneTimeCodes, setOneTimeCodes } from './codes.ts';
import { cities } from './cities.ts';
import { cityUnit, cityUnits, decideUnitProposal, inviteAdministrator, makeAdministratorLink, registerUnit, withdrawAdministratorInvitation } from './city-units.ts';
import { acceptInvitation, acceptMyInvitation, invitation, joinByInvitation, myInvitations } from './invitations.ts';
import { changeRoles, decideProposal, invite, makeInvitationLink, unitPeople, withdrawInvitation } from './people.ts';
import { myRights } from './rights.ts';
import { beginLink, beginSignOn, finishLink, finishSignOn, removeLink, signOns } from './sign-on.ts';
import { actAs, passkeyQuestion, session, signIn, signInByPasskey, signOut, touch, touchQuestion } from './session.ts';

export const contract = {
  session, signIn, passkeyQuestion, signInByPasskey, recover, touchQuestion, touch, signOut, actAs,
  signOns, beginSignOn, finishSignOn, beginLink, finishLink, removeLink,
  account, newPasskeyQuestion, addPasskey, removePasskey, changePassword, newCodeSetup, setOneTimeCodes, removeOneTimeCodes, drawRecoveryCodes, endSession, endOtherSessions,
  cities,
  invitation, acceptInvitation, joinByInvitation, myInvitations, acceptMyInvitation, myRights,
  unitPeople, invite, makeInvitationLink, withdrawInvitation, changeRoles, decideProposal,
  cityUnits, cityUnit, registerUnit, inviteAdministrator, makeAdministratorLink, withdrawAdministratorInvitation, decideUnitProposal,
};
