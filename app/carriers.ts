import type { Carriers } from '#platform/mail/carrier.ts';
import { smtpSettings } from '#platform/mail/settings.ts';
import { smtpCarrier } from '#platform/mail/smtp.ts';

/** Nothing leaves the platform: people are told inside it alone. */
export const INSIDE_ONLY: Carriers = { origin: 'http://localhost', mail: null, sms: null };

/**
 * The ways out that are configured. Links in messages lead to `origin`, so that one must be known where anything is sent.
 * Throws with a remedy where a setting has not its form.
 */
export function carriersFrom(env: NodeJS.ProcessEnv, origin: string | undefined): Carriers {
  const smtp = env['QINGCAI_SMTP_URL'];
  if (smtp === undefined || smtp === '') return { ...INSIDE_ONLY, origin: origin ?? INSIDE_ONLY.origin };
  if (origin === undefined) throw new Error('Set PUBLIC_ORIGIN to the origin people use: links in mail lead there.');
  return { origin, mail: smtpCarrier(smtpSettings(smtp, env['QINGCAI_MAIL_FROM']), new URL(origin).hostname), sms: null };
}
