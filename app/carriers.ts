import type { Carriers } from '#platform/mail/carrier.ts';
import { smtpSettings } from '#platform/mail/settings.ts';
import { smtpCarrier } from '#platform/mail/smtp.ts';
import { smsCarrier, smsSettings } from '#platform/sms/http-sms.ts';

/** Nothing leaves the platform: people are told inside it alone. */
export const INSIDE_ONLY: Carriers = { origin: 'http://localhost', mail: null, sms: null };

/**
 * The ways out that are configured. Links in messages lead to `origin`, so that one must be known where anything is sent.
 * Throws with a remedy where a setting has not its form.
 */
export function carriersFrom(env: NodeJS.ProcessEnv, given: string | undefined): Carriers {
  const origin = set(given)?.replace(/\/+$/, '');
  const [smtp, sms] = [set(env['QINGCAI_SMTP_URL']), set(env['QINGCAI_SMS_URL'])];
  if (smtp === undefined && sms === undefined) return { ...INSIDE_ONLY, origin: origin ?? INSIDE_ONLY.origin };
  if (origin === undefined) throw new Error('Set PUBLIC_ORIGIN to the origin people use: links in mail lead there.');
  return {
    origin,
    mail: smtp === undefined ? null : smtpCarrier(smtpSettings(smtp, env['QINGCAI_MAIL_FROM']), new URL(origin).hostname),
    sms: sms === undefined ? null : smsCarrier(smsSettings(sms, env['QINGCAI_SMS_TOKEN'])),
  };
}

const set = (value: string | undefined): string | undefined => (value === undefined || value === '' ? undefined : value);
