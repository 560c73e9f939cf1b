/** The front door of the ledger for the wiring in app/ and for higher modules on the server. */
export { entriesStatement } from './store/append.ts';
export { chainBatch } from './store/sequence.ts';
export { verifyLedger, type LedgerFinding } from './store/verify.ts';
export { startSequencer, type Sequencer } from './sequencer.ts';
export { inclusionOf, type Inclusion } from './store/inclusion.ts';
export { auditEntries, type AuditedEntry, type AuditQuestion } from './store/audit.ts';
export { lastOfPlatform, waitingEntries } from './store/waiting.ts';
