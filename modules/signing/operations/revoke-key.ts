import type { Json } from '#kernel/canonical.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { RevocationReason } from '../domain/certificate.ts';

export type RevokeKeyNeeds = {
  readonly now: Date;
  readonly by: { readonly personId: string; /** Administers the organisation, and may revoke everybody's keys in it. */ readonly administers: boolean };
  /** A key of the own organisation, held until the end. */
  readonly lock: (serial: string) => Promise<{ readonly person: string; readonly revoked: object | null } | undefined>;
  readonly save: (serial: string, reason: RevocationReason) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: Json }) => void;
};

/** Revokes a key from this instant on; what it signed before stays. A colleague's key is not there for whoever may not revoke it. */
export async function revokeKey(needs: RevokeKeyNeeds, input: { serial: string; reason: RevocationReason }): Promise<Result<{ revokedAt: string }, 'not-found' | 'key-revoked-already'>> {
  const key = await needs.lock(input.serial);
  if (key === undefined || (key.person !== needs.by.personId && !needs.by.administers)) return refuse('not-found', 'serial');
  if (key.revoked !== null) return refuse('key-revoked-already', 'serial');
  await needs.save(input.serial, input.reason);
  const revokedAt = needs.now.toISOString();
  needs.record({ kind: 'signing-key-revoked', subject: `signing-key:${input.serial}`, body: { serial: input.serial, reason: input.reason, at: revokedAt, byHolder: key.person === needs.by.personId } });
  return ok({ revokedAt });
}
