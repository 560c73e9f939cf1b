/** Where mail is handed over, and in whose name. */
export type SmtpSettings = {
  readonly host: string;
  readonly port: number;
  /** `from-start`: TLS before the first word. `starttls`: asked for, and nothing is said without. `none`: the same machine only. */
  readonly tls: 'from-start' | 'starttls' | 'none';
  readonly credentials: { readonly user: string; readonly pass: string } | null;
  readonly from: { readonly address: string; readonly name: string };
};

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const FROM = /^(?:([^<>"\p{Cc}]{1,60}?)\s*<)?([^\s<>"@]{1,64}@[a-z0-9.-]{1,255})>?$/iu;

/**
 * `smtps://user:password@host:465` speaks TLS from the start, `smtp://user:password@host:587` asks for STARTTLS and goes no further without it;
 * only a relay on this machine, without a password, is spoken to in the clear. Characters of user and password that a URL reserves are
 * percent-encoded. Throws with a remedy; the message never holds the URL, which holds the password.
 */
export function smtpSettings(url: string, from: string | undefined): SmtpSettings {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['smtp:', 'smtps:'].includes(parsed.protocol) || parsed.hostname === '' || !['', '/'].includes(parsed.pathname) || parsed.search !== '') {
    throw new Error('QINGCAI_SMTP_URL must have the form smtps://user:password@host:port or smtp://user:password@host:port (STARTTLS).');
  }
  const sender = FROM.exec(from?.trim() ?? '');
  if (sender === null) throw new Error('Set QINGCAI_MAIL_FROM to the address mail is sent from, for example 青采 <noreply@city.example>.');
  const secure = parsed.protocol === 'smtps:';
  const credentials = parsed.username === '' ? null : { user: decodeURIComponent(parsed.username), pass: decodeURIComponent(parsed.password) };
  return {
    host: parsed.hostname.replace(/^\[|\]$/g, ''),
    port: parsed.port === '' ? (secure ? 465 : 587) : Number(parsed.port),
    tls: secure ? 'from-start' : LOOPBACK.test(parsed.hostname) && credentials === null ? 'none' : 'starttls',
    credentials,
    from: { address: sender[2]!.toLowerCase(), name: sender[1] ?? '' },
  };
}
