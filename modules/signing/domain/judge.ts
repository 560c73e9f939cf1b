import { certificateText, cityKeyText, holderText, keyStateAt, type Certificate, type CityKey, type Holder } from './certificate.ts';
import { statementText, type Statement } from './statement.ts';
import { isPublicKey, isSignature, suiteOf, type SuiteCrypto } from './suite.ts';

/** A signature with all that is needed to judge it. */
export type Signed = {
  readonly statement: Statement;
  readonly signature: string;
  readonly certificate: Certificate;
  readonly certificateSignature: string;
  readonly cityKey: CityKey;
  /** Null where nobody has revoked the key. */
  readonly revokedAt: string | null;
};

/** What the reader knows from elsewhere; what is left out is not asked. */
export type Expected = {
  /** The fingerprint of the city's key as the city publishes it. */
  readonly cityKey?: string;
  readonly purpose?: string;
  readonly subject?: string;
  /** Hash of the data at hand, by the statement's suite. */
  readonly data?: string;
  /** Hash of the PDF at hand; null where there is none. */
  readonly pdf?: string | null;
  readonly holder?: Holder;
};

export const FAULTS = [
  'suite-unknown', 'suite-differs', 'key-malformed',
  'city-key-not-published', 'certificate-not-the-citys', 'certificate-altered',
  'signature-not-of-this-key', 'key-differs', 'other-person', 'other-organisation', 'other-city', 'demonstration-only', 'holder-differs',
  'not-yet-valid', 'expired', 'revoked-before',
  'purpose-differs', 'subject-differs', 'data-differs', 'pdf-differs', 'pdf-unexpected', 'pdf-missing',
] as const;
export type Fault = (typeof FAULTS)[number];

/**
 * Everything that is wrong with a signature, judged at the instant it bears; empty where it holds. A key that was revoked or
 * expired after that instant takes nothing away (电子签名法 a13: held by the signer alone when signing; later changes can be found).
 */
export function faultsOf(signed: Signed, expected: Expected, crypto: SuiteCrypto): Fault[] {
  const { statement, certificate, cityKey } = signed;
  const suites = [statement.suite, certificate.suite, cityKey.suite];
  if (suites.some((suite) => suiteOf(suite) === undefined)) return ['suite-unknown'];
  // Hashes and keys of different suites say nothing about one another.
  if (new Set(suites).size > 1) return ['suite-differs'];
  if (!isPublicKey(certificate.suite, certificate.publicKey) || !isPublicKey(cityKey.suite, cityKey.publicKey)) return ['key-malformed'];
  return [...ofIssuer(signed, expected, crypto), ...ofSigner(signed, expected, crypto), ...ofInstant(signed), ...ofMatter(statement, expected)];
}

const when = (wrong: boolean, fault: Fault): Fault[] => (wrong ? [fault] : []);

function ofIssuer({ certificate, certificateSignature, cityKey }: Signed, expected: Expected, crypto: SuiteCrypto): Fault[] {
  const fingerprint = crypto.hash(cityKey.suite, cityKeyText(cityKey));
  const altered = !isSignature(certificateSignature) || !crypto.verify(cityKey.suite, cityKey.publicKey, certificateText(certificate), certificateSignature);
  return [
    ...when(expected.cityKey !== undefined && expected.cityKey !== fingerprint, 'city-key-not-published'),
    ...when(certificate.issuer !== fingerprint || certificate.city !== cityKey.city, 'certificate-not-the-citys'),
    ...when(altered, 'certificate-altered'),
  ];
}

function ofSigner({ statement, signature, certificate, cityKey }: Signed, { holder }: Expected, crypto: SuiteCrypto): Fault[] {
  return [
    ...when(!isSignature(signature) || !crypto.verify(certificate.suite, certificate.publicKey, statementText(statement), signature), 'signature-not-of-this-key'),
    ...when(statement.key !== certificate.serial, 'key-differs'),
    ...when(statement.person !== certificate.person, 'other-person'),
    ...when(statement.organisation !== certificate.organisation, 'other-organisation'),
    ...when(statement.city !== certificate.city, 'other-city'),
    ...when(certificate.demo && !cityKey.demo, 'demonstration-only'),
    ...when(holder !== undefined && crypto.hash(certificate.suite, holderText(holder)) !== certificate.holder, 'holder-differs'),
  ];
}

function ofInstant({ statement, certificate, revokedAt }: Signed): Fault[] {
  const state = keyStateAt({ from: certificate.from, until: certificate.until, revokedAt }, statement.at);
  if (state === 'revoked') return ['revoked-before'];
  if (state === 'expired') return ['expired'];
  // An instant that cannot be read lies nowhere within the key's life.
  return when(state === 'not-yet' || Number.isNaN(Date.parse(statement.at)), 'not-yet-valid');
}

function ofMatter(statement: Statement, expected: Expected): Fault[] {
  return [
    ...when(expected.purpose !== undefined && expected.purpose !== statement.purpose, 'purpose-differs'),
    ...when(expected.subject !== undefined && expected.subject !== statement.subject, 'subject-differs'),
    ...when(expected.data !== undefined && expected.data !== statement.data, 'data-differs'),
    ...(expected.pdf === undefined ? [] : ofPdf(statement.pdf, expected.pdf)),
  ];
}

function ofPdf(signed: string | null, given: string | null): Fault[] {
  if (signed === null) return when(given !== null, 'pdf-unexpected');
  return given === null ? ['pdf-missing'] : when(given !== signed, 'pdf-differs');
}
