import type { NewPasskeyAnswer, PasskeyAnswer } from '#modules/identity/contract/passkey.ts';
import { browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';

/* Loaded only when somebody wants to use a passkey: pages carry none of it. */

/** Why there is no answer to hand in: the person gave up or took too long, the device holds a passkey of this account already, or it cannot. */
export class NoPasskey extends Error {
  readonly why: 'given-up' | 'known' | 'unable';
  constructor(why: NoPasskey['why'], cause: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

type Question = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type NewQuestion = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Questions and answers have the types of the contract, which are the JSON forms of WebAuthn itself; the server leaves out what it does not read. */
export const answerWithPasskey = (question: object): Promise<PasskeyAnswer> => asked(async () => (await startAuthentication({ optionsJSON: question as Question })) as unknown as PasskeyAnswer);
export const makePasskey = (question: object): Promise<NewPasskeyAnswer> => asked(async () => (await startRegistration({ optionsJSON: question as NewQuestion })) as unknown as NewPasskeyAnswer);

async function asked<T>(ask: () => Promise<T>): Promise<T> {
  if (!browserSupportsWebAuthn()) throw new NoPasskey('unable', undefined);
  try {
    return await ask();
  } catch (error) {
    if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') throw new NoPasskey('known', error);
    const name = error instanceof Error ? error.name : '';
    throw new NoPasskey(name === 'NotAllowedError' || name === 'AbortError' ? 'given-up' : 'unable', error);
  }
}
