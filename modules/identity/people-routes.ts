import { UNIT_ADMINISTRATOR } from '#kernel/policy.ts';
import { ok, refuse } from '#kernel/result.ts';
import { takeSeat } from '#platform/database/duty.ts';
import type { Handlers, ServedRoute } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';
import { acceptInvitation, acceptOwnInvitation, invitationOfHash, joinByInvitation, myInvitations } from './joining.ts';
import { myRights } from './rights.ts';
import { unitsOfCity } from './store/units.ts';
import { changeRoles, decideProposal, givingIn, invite, makeInvitationLink, withdrawInvitation } from './units.ts';
import { registerOrganisation } from './index.ts';
import { unitPeople } from './views.ts';

/** Invitations, the people of a unit, the units of a city, and what each of them may do. */
export const peopleHandlers = (served: readonly ServedRoute[]) => ({
  reads: {
    invitation: async (call, input) => {
      const found = await invitationOfHash(call, Buffer.from(input.hash, 'hex'));
      return found === undefined ? refuse('not-found', 'hash') : ok(found);
    },
    myInvitations: async (call) => ok(await myInvitations(call)),
    myRights: async (call) => ok(await myRights(call, served)),
    unitPeople: async (call) => {
      const giving = await givingIn(call, call.actor!.organisationId!);
      return giving === undefined ? refuse('not-found') : ok(await unitPeople(call, giving.unit, giving.giver));
    },
    cityUnits: async (call) => ok(await unitsOfCity(call.tx, call.cityId!)),
    cityUnit: async (call, input) => {
      const giving = await givingIn(call, input.unit);
      return giving === undefined ? refuse('not-found', 'unit') : ok(await unitPeople(call, giving.unit, giving.giver));
    },
  },
  writes: {
    acceptInvitation: (call, input) => acceptInvitation(call, input.token),
    joinByInvitation: async (call, input) => {
      const joined = await joinByInvitation(call, input);
      // The answer is kept under the key of whoever asked: someone who is signed in gets their own seat back.
      if (call.actor !== null) await takeSeat(call.tx, { personId: call.actor.personId, organisationId: call.actor.organisationId });
      return joined;
    },
    acceptMyInvitation: (call, input) => acceptOwnInvitation(call, input.invitation),
    invite: (call, input) => invite(call, call.actor!.organisationId!, input),
    makeInvitationLink: (call, input) => makeInvitationLink(call, call.actor!.organisationId!, input.invitation),
    withdrawInvitation: (call, input) => withdrawInvitation(call, call.actor!.organisationId!, input.invitation),
    changeRoles: (call, input) => changeRoles(call, call.actor!.organisationId!, { membershipId: input.membership, roles: input.roles }),
    decideProposal: (call, input) => decideProposal(call, call.actor!.organisationId!, { proposalId: input.proposal, confirms: input.confirms, reason: input.reason }),
    registerUnit: (call, input) => registerOrganisation(call, { kind: input.kind, name: input.name, creditCode: input.creditCode, homeCityId: call.cityId, demo: call.city!.demo }),
    inviteAdministrator: (call, { city: _, unit, ...input }) => invite(call, unit, { ...input, roles: [UNIT_ADMINISTRATOR] }),
    makeAdministratorLink: (call, input) => makeInvitationLink(call, input.unit, input.invitation),
    withdrawAdministratorInvitation: (call, input) => withdrawInvitation(call, input.unit, input.invitation),
    decideUnitProposal: (call, input) => decideProposal(call, input.unit, { proposalId: input.proposal, confirms: input.confirms, reason: input.reason }),
  },
}) satisfies Handlers<typeof contract>;
