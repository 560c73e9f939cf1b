import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from './carrier.ts';

/**
 * The bytes of a mail (RFC 5322): plain text with its HTML beside it, headers encoded, nothing fetched and nothing attached.
 * `Auto-Submitted` keeps answering machines quiet (RFC 3834).
 */
export function compose(mail: Mail, about: { readonly from: { readonly address: string; readonly name: string }; readonly domain: string; readonly date: Date }): Promise<Buffer> {
  const composer = new MailComposer({
    messageId: `<${mail.id}@${about.domain}>`,
    from: about.from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    date: about.date,
    text: mail.text,
    html: mail.html,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
