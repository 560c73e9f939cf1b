import type { OrganisationKind, Role } from '#kernel/policy.ts';
import type { Way } from '../domain/session.ts';

export type IdentityTables = {
  'identity.city': { id: string; slug: string; name_zh: string; name_en: string; demo: boolean; created_at: Date };
  'identity.organisation': { id: string; kind: OrganisationKind; name: string; credit_code: string | null; home_city_id: string | null; demo: boolean; created_at: Date };
  'identity.person': { id: string; name: string; login: string; password_hash: string; demo: boolean; created_at: Date };
  'identity.membership': { id: string; person_id: string; organisation_id: string; roles: Role[]; created_at: Date; ended_at: Date | null };
  'identity.session': { id: string; token_hash: Buffer; person_id: string; membership_id: string | null; opened_at: Date; last_seen_at: Date; ends_at: Date; ended_at: Date | null; way: Way; device: string; touched_at: Date };
  'identity.passkey': { id: string; person_id: string; credential_id: string; public_key: Buffer; counter: string; transports: string[]; backed_up: boolean; name: string; created_at: Date; last_used_at: Date | null; ended_at: Date | null };
  'identity.one_time_code': { person_id: string; secret_sealed: Buffer; last_step: string; created_at: Date };
  'identity.recovery_code': { id: string; person_id: string; digest: Buffer; created_at: Date; used_at: Date | null };
  'identity.sign_on_link': { id: string; person_id: string; city_id: string; issuer: string; subject: string; created_at: Date };
  'identity.answered_challenge': { digest: Buffer; ends_at: Date };
};
