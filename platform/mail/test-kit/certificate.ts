import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const tlv = (tag: number, ...content: Uint8Array[]): Buffer => {
  const body = Buffer.concat(content);
  const length = body.length < 128 ? Buffer.from([body.length]) : body.length < 256 ? Buffer.from([0x81, body.length]) : Buffer.from([0x82, body.length >> 8, body.length & 255]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
};
const seq = (...content: Uint8Array[]): Buffer => tlv(0x30, ...content);
const oid = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, 'hex'));
const utc = (year: number): Buffer => tlv(0x17, Buffer.from(`${String(year).slice(2)}0101000000Z`));
const pem = (label: string, der: Buffer): string => `-----BEGIN ${label}-----\n${der.toString('base64').match(/.{1,64}/g)!.join('\n')}\n-----END ${label}-----\n`;

/** A certificate for `localhost` that signs itself (X.509 v3, ECDSA P-256), and its key: made anew by each test, so that no key lies in the repository. */
export function aCertificate(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaSha256 = seq(oid('2a8648ce3d040302'));
  const name = seq(tlv(0x31, seq(oid('550403'), tlv(0x0c, Buffer.from('localhost')))));
  const localhost = tlv(0xa3, seq(
    seq(oid('551d11'), tlv(0x04, seq(tlv(0x82, Buffer.from('localhost')), tlv(0x87, Buffer.from([127, 0, 0, 1]))))),
    seq(oid('551d13'), tlv(0x01, Buffer.from([0xff])), tlv(0x04, seq(tlv(0x01, Buffer.from([0xff]))))),
  ));
  const body = seq(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))), tlv(0x02, Buffer.from([1]), randomBytes(8)), ecdsaSha256, name, seq(utc(2020), utc(2049)), name,
    publicKey.export({ type: 'spki', format: 'der' }), localhost,
  );
  const signature = sign('sha256', body, privateKey);
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, cert: pem('CERTIFICATE', seq(body, ecdsaSha256, tlv(0x03, Buffer.from([0]), signature))) };
}
