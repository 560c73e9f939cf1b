import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/**
 * A passkey in a test: makes and answers as a device does (WebAuthn level 3, §6), with ES256 and attestation `none`. Each property says
 * one fact that a test may bend.
 */
export type Authenticator = {
  readonly credentialId: string;
  register(question: { challenge: string; rp: { id: string } }, bent?: Bent): unknown;
  answer(question: { challenge: string; rpId: string }, bent?: Bent): unknown;
};
export type Bent = { origin?: string; rpId?: string; userVerified?: boolean; counter?: number; key?: KeyObject };

export function authenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const credentialId = id.toString('base64url');
  let counter = 0;
  const clientData = (type: string, challenge: string, bent: Bent): Buffer => Buffer.from(JSON.stringify({ type, challenge, origin: bent.origin ?? origin, crossOrigin: false }));
  const authData = (rpId: string, bent: Bent, attested?: Buffer): Buffer => {
    const head = Buffer.alloc(37);
    createHash('sha256').update(bent.rpId ?? rpId).digest().copy(head);
    head[32] = 0x01 | (bent.userVerified === false ? 0 : 0x04) | (attested === undefined ? 0 : 0x40);
    head.writeUInt32BE(bent.counter ?? (counter += 1), 33);
    return attested === undefined ? head : Buffer.concat([head, attested]);
  };
  const shell = { id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {} };
  return {
    credentialId,
    register(question, bent = {}) {
      const { x, y } = publicKey.export({ format: 'jwk' });
      // COSE: kty EC2, alg ES256, crv P-256, x, y.
      const cose = Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]), Buffer.from(x!, 'base64url'), Buffer.from([0x22, 0x58, 0x20]), Buffer.from(y!, 'base64url')]);
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const data = authData(question.rp.id, bent, attested);
      // CBOR: { fmt: 'none', attStmt: {}, authData }
      const object = Buffer.concat([Buffer.from([0xa3, 0x63]), Buffer.from('fmt'), Buffer.from([0x64]), Buffer.from('none'), Buffer.from([0x67]), Buffer.from('attStmt'), Buffer.from([0xa0, 0x68]), Buffer.from('authData'), Buffer.from([0x58, data.length]), data]);
      return { ...shell, response: { clientDataJSON: clientData('webauthn.create', question.challenge, bent).toString('base64url'), attestationObject: object.toString('base64url'), transports: ['internal'] } };
    },
    answer(question, bent = {}) {
      const data = authData(question.rpId, bent);
      const client = clientData('webauthn.get', question.challenge, bent);
      const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(client).digest()]), bent.key ?? privateKey);
      return { ...shell, response: { clientDataJSON: client.toString('base64url'), authenticatorData: data.toString('base64url'), signature: signature.toString('base64url') } };
    },
  };
}

/** Somebody else's key, for a signature that does not fit. */
export const anotherKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
