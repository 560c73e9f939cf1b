/** Kinds of ledger entries that touch security: who came in, by what, with which rights, under which keys. */
export const SECURITY_KINDS: readonly string[] = [
  'session-opened', 'session-touched', 'session-ended', 'other-sessions-ended', 'membership-chosen', 'password-changed', 'passkey-added', 'passkey-removed',
  'person-enrolled', 'organisation-registered', 'city-founded', 'city-key-made', 'signing-key-certified', 'signing-key-revoked', 'job-retried',
  'platform.backup-made', 'platform.backup-restored',
];
