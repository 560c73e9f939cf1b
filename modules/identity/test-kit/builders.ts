import type { TestPerson, TestPlatform } from '#app/test-kit/platform.ts';
import type { Role } from '#kernel/policy.ts';
import { must, ok } from '#kernel/result.ts';
import { invite, makeInvitationLink } from '../index.ts';

/** An open invitation of the administrator's unit with these roles. */
export async function anInvitation(t: TestPlatform, by: TestPerson, roles: readonly Role[] = ['buyer.purchaser'], login: string | null = null): Promise<string> {
  return must(await t.act({ as: by }, (call) => invite(call, by.organisationId, { name: '示例人员', login, mail: null, roles }))).invitationId;
}

/** A proposal that waits for a second person: an invitation with a powerful role. */
export async function aProposal(t: TestPlatform, by: TestPerson, roles: readonly Role[] = ['buyer.approver']): Promise<string> {
  const invitationId = await anInvitation(t, by, roles);
  const { rows } = await t.everything.pool.query<{ id: string }>('select id from identity.role_proposal where invitation_id = $1', [invitationId]);
  return rows[0]!.id;
}

/** An invitation with its link. */
export async function aLink(t: TestPlatform, by: TestPerson, roles?: readonly Role[]): Promise<{ invitationId: string; token: string }> {
  const invitationId = await anInvitation(t, by, roles);
  const made = must(await t.act({ as: by }, async (call) => {
    const link = await makeInvitationLink(call, by.organisationId, invitationId);
    return link.ok ? ok({ token: link.value.token }) : link;
  }));
  return { invitationId, token: made.token };
}
