import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';
import { newId } from '#platform/clock.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { Vault } from '#platform/vault.ts';
import { codeTyped, RECOVERY_CODE_BYTES, RECOVERY_CODES, recoveryCodeFrom } from './domain/codes.ts';
import { oneTimeCodeOf, spendRecoveryCode, useStep } from './store/codes.ts';

/* One-time codes by RFC 6238 in the form that every authenticator knows (SHA-1, six digits, thirty seconds), and recovery codes. */

const PERIOD = 30;
/** RFC 6238, 5.2: one step to either side for clocks that differ. */
const WINDOW = 1;
const ISSUER = '青采 Qingcai';
const SECRET_BYTES = 20;
/** How long a secret that was shown may wait for its first code. */
const SETUP_MINUTES = 15;

const AT_REST = 'one-time codes';
const SETTING_UP = 'one-time codes being set up';

const totpOf = (secret: Uint8Array, label: string): TOTP => new TOTP({ issuer: ISSUER, label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret: new Secret({ buffer: new Uint8Array(secret).buffer }) });

/** The time step of a code that fits this secret now; undefined where none does. */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | undefined {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
}

export type CodeSetup = { readonly setup: string; readonly secret: string; readonly address: string; readonly qr: string };

/** A fresh secret to be taken over by an authenticator. It is kept nowhere: `setup` brings it back, sealed, with its first code. */
export function newSetup(vault: Vault, person: { id: string; login: string }, now: Date): CodeSetup {
  const secret = randomBytes(SECRET_BYTES);
  const end = Buffer.alloc(8);
  end.writeBigUInt64BE(BigInt(now.getTime() + SETUP_MINUTES * 60_000));
  const totp = totpOf(secret, person.login);
  return { setup: vault.seal(SETTING_UP, person.id, Buffer.concat([end, secret])).toString('base64url'), secret: totp.secret.base32, address: totp.toString(), qr: renderSVG(totp.toString(), { ecc: 'M', border: 2, pixelSize: 4 }) };
}

/** What to keep of a set-up whose first code is right; undefined where it is not, or the set-up is another's or too old. */
export function readSetup(vault: Vault, personId: string, setup: string, code: string, now: Date): { secretSealed: Buffer; lastStep: number } | undefined {
  const opened = vault.open(SETTING_UP, personId, Buffer.from(setup, 'base64url'));
  if (opened === undefined || Number(opened.readBigUInt64BE()) <= now.getTime()) return undefined;
  const secret = opened.subarray(8);
  const lastStep = stepOf(secret, code, now);
  return lastStep === undefined ? undefined : { secretSealed: vault.seal(AT_REST, personId, secret), lastStep };
}

/** Whether a code of the person's authenticator is right, and uses it: the same code is never right again. */
export async function useOneTimeCode(tx: Tx, vault: Vault, personId: string, code: string, now: Date): Promise<boolean> {
  const kept = await oneTimeCodeOf(tx, personId);
  const secret = kept === undefined ? undefined : vault.open(AT_REST, personId, kept.secretSealed);
  const step = secret === undefined ? undefined : stepOf(secret, code, now);
  return step !== undefined && useStep(tx, personId, step);
}

const markOf = (vault: Vault, personId: string, code: string): Buffer => vault.mark('recovery code', `${personId} ${code}`);

/** New recovery codes: how they are written for the person, once, and what is kept of them. */
export function drawCodes(vault: Vault, personId: string): { written: string; id: string; digest: Buffer }[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const written = recoveryCodeFrom(randomBytes(RECOVERY_CODE_BYTES));
    return { written, id: newId(), digest: markOf(vault, personId, written.replaceAll('-', '')) };
  });
}

/** Somebody who does not exist; a typed account without a person costs as much as one with. */
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Whether the typed text is an unspent recovery code of this person (undefined: of nobody), and spends it. */
export async function useRecoveryCode(tx: Tx, vault: Vault, personId: string | undefined, text: string, now: Date): Promise<boolean> {
  const typed = codeTyped(text);
  const who = personId ?? NOBODY;
  const spent = await spendRecoveryCode(tx, who, markOf(vault, who, typed?.kind === 'recovery' ? typed.code : ''), now);
  return spent && personId !== undefined;
}

/** Which of the two kinds of code the text was, right for this person, and used now; undefined where it was neither. */
export async function useCode(tx: Tx, vault: Vault, personId: string, text: string, now: Date): Promise<'one-time' | 'recovery' | undefined> {
  const typed = codeTyped(text);
  if (typed?.kind === 'one-time') return (await useOneTimeCode(tx, vault, personId, typed.code, now)) ? 'one-time' : undefined;
  if (typed?.kind === 'recovery') return (await useRecoveryCode(tx, vault, personId, text, now)) ? 'recovery' : undefined;
  return undefined;
}
