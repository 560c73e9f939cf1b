import type { Handed, ShortMessage, SmsCarrier } from '#platform/mail/carrier.ts';

export type SmsSettings = { readonly url: string; readonly token: string };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The gateway's address and token, from the configuration alone. Throws with a remedy; the message never holds the token. */
export function smsSettings(url: string, token: string | undefined): SmsSettings {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const safe = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && LOOPBACK.test(parsed.hostname));
  if (parsed === undefined || !safe || parsed.username !== '' || parsed.password !== '') throw new Error('QINGCAI_SMS_URL must be an https address without a password in it.');
  if (token === undefined || !/^[\x21-\x7e]{16,500}$/.test(token)) throw new Error('Set QINGCAI_SMS_TOKEN to the token of the text message gateway, 16 characters or more.');
  return { url: parsed.href, token };
}

/** The longest answer that is read. Bytes. */
const LONGEST = 16_384;

/** Of the caller, of the moment, or of the gateway: they say nothing about this message. */
const NOT_OF_THE_MESSAGE: readonly number[] = [401, 403, 404, 405, 407, 408, 425, 429];

/**
 * Hands short messages to a gateway by HTTP (docs/api/sms.md). The protocol asks that a message with a known id is not sent again, so an attempt
 * without an answer may be repeated: nothing is ever `unknown` here. No redirect is followed: the address is the configured one.
 */
export function smsCarrier(settings: SmsSettings, millis = 15_000): SmsCarrier {
  return {
    async hand(message, last) {
      if (!(await last())) return { outcome: 'stopped' };
      try {
        const response = await fetch(settings.url, {
          method: 'POST', redirect: 'error', signal: AbortSignal.timeout(millis), body: bodyOf(message),
          headers: { 'Content-Type': 'application/json', Accept: 'application/json', Authorization: `Bearer ${settings.token}`, 'Idempotency-Key': message.id },
        });
        return handedOf(response.status, await bounded(response));
      } catch (fault) {
        return { outcome: 'deferred', answer: faultCode(fault) };
      }
    },
  };
}

const bodyOf = ({ id, to, text }: ShortMessage): string => JSON.stringify({ id, to, text });

function handedOf(status: number, text: string): Handed {
  if (status >= 500 || NOT_OF_THE_MESSAGE.includes(status)) return { outcome: 'deferred', answer: `HTTP ${status}` };
  if (status >= 400) return { outcome: 'refused', answer: `HTTP ${status}` };
  const said = parsed(text);
  if (status < 300 && said.state === 'accepted') return { outcome: 'accepted', answer: `HTTP ${status}` };
  if (status < 300 && said.state === 'refused') return { outcome: 'refused', answer: said.code ?? 'refused' };
  return { outcome: 'deferred', answer: 'unintelligible' };
}

/** The gateway's words are not trusted: a state, and a short code that can name nobody. */
function parsed(text: string): { state?: unknown; code?: string } {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value !== 'object' || value === null) return {};
    const { state, code } = value as { state?: unknown; code?: unknown };
    return { state, ...(typeof code === 'string' && /^[A-Za-z][A-Za-z._-]{0,39}$/.test(code) ? { code } : {}) };
  } catch {
    return {};
  }
}

/** The answer, read no further than the limit; an endless one is cut off. */
async function bounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > LONGEST) break;
    parts.push(part);
  }
  return size > LONGEST ? '' : Buffer.concat(parts).toString('utf8');
}

function faultCode(fault: unknown): string {
  if (fault instanceof Error && fault.name === 'TimeoutError') return 'ETIMEDOUT';
  const cause = fault instanceof Error ? (fault.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === 'string' ? cause.code : 'unreachable';
}
