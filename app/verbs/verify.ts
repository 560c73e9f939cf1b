import { verifyLedgerVerb } from './verify-ledger.ts';
import { verifySignatureVerb } from './verify-signature.ts';

/** `verify ledger` looks at the database; `verify FILE` at a signature bundle, without any. */
export const verify = (argv: readonly string[]): Promise<number> => (argv[0] === 'ledger' ? verifyLedgerVerb(argv.slice(1)) : verifySignatureVerb(argv));
