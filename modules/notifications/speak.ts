import type { Words } from '#platform/wording.ts';
import { harmless, harmlessFacts, hrefOf, htmlText, plainText, subjectOf, type Spoken } from './domain/letter.ts';
import { addressOf } from './domain/notice.ts';
import type { Content } from './store/sending.ts';

export type Speech = { readonly subject: string; readonly text: string; readonly html: string; /** The same in one line, for a telephone. */ readonly short: string };

/** One line of a digest: what was told, and where it leads. */
export type DigestItem = { readonly text: string; readonly path: string | null };

type Said = { readonly words: Words; readonly origin: string; readonly content: Content };

const SETTINGS = '/work/notifications/settings';

/** What a message says, in its reader's language, from the catalogues of the modules. `extra`: the code of a confirmation, the lines of a digest. */
export function speak(words: Words, origin: string, content: Content, extra: { readonly code?: string; readonly items?: readonly DigestItem[] } = {}): Speech {
  const { language } = content;
  const say = (id: string, facts?: Parameters<Words['one']>[2]): string => words.one(language, id, facts);
  const said = { words, origin, content };
  const body = content.kind === 'confirmation' ? confirmation(said, extra.code!) : content.kind === 'digest' ? digest(said, extra.items ?? []) : content.kind === 'letter' ? letter(said) : notice(said);
  const spoken: Spoken = {
    language,
    subject: subjectOf(say('notifications.mail.mark'), body.subject),
    greeting: content.person_name === null ? say('notifications.mail.greeting-nobody') : say('notifications.mail.greeting', { name: harmless(content.person_name) }),
    ...body.rest,
    foot: [
      ...(content.city?.demo === true ? [say('notifications.mail.foot.demo')] : []),
      ...body.foot,
      say('notifications.mail.foot.reply'),
    ],
  };
  return { subject: spoken.subject, text: plainText(spoken), html: htmlText(spoken), short: subjectOf(say('notifications.mail.mark'), body.short) };
}

type Body = { readonly subject: string; readonly short: string; readonly rest: Pick<Spoken, 'paragraphs' | 'items' | 'link' | 'code'>; readonly foot: readonly string[] };

const cityName = (content: Content): string => (content.city === null ? '' : content.language === 'en' ? content.city.nameEn : content.city.nameZh);

const settingsFoot = ({ words, origin, content }: Said): string[] =>
  content.city === null ? [] : [words.one(content.language, 'notifications.mail.foot.settings', { href: hrefOf(origin, `/${content.city.slug}${SETTINGS}`) })];

const linkTo = ({ words, origin, content }: Said): Spoken['link'] => {
  const path = addressOf(content.path, content.city?.slug ?? null);
  return path === null ? null : { label: words.one(content.language, 'notifications.mail.open'), href: hrefOf(origin, path) };
};

function notice(said: Said): Body {
  const { words, content } = said;
  const say = (id: string, facts = {}): string => words.one(content.language, id, facts);
  // A code whose wording was taken away later still tells that something happened, and where.
  const text = say(words.has(content.code!) ? content.code! : 'notifications.notice.unworded', harmlessFacts(content.facts));
  const told = { organisation: harmless(content.organisation_name ?? ''), city: cityName(content) };
  return {
    subject: text, short: text,
    rest: { paragraphs: [say(content.city === null ? 'notifications.mail.for' : 'notifications.mail.for-in', told), text], link: linkTo(said) },
    foot: [...(content.basis === null ? [] : [say('notifications.mail.foot.legal', { basis: content.basis })]), ...settingsFoot(said)],
  };
}

function letter(said: Said): Body {
  const { words, content } = said;
  const facts = harmlessFacts(content.facts);
  const text = words.one(content.language, `${content.code!}.text`, facts);
  return { subject: words.one(content.language, `${content.code!}.subject`, facts), short: text, rest: { paragraphs: [text], link: linkTo(said) }, foot: [] };
}

function confirmation({ words, content }: Said, code: string): Body {
  const say = (id: string, facts = {}): string => words.one(content.language, id, facts);
  return {
    subject: say('notifications.mail.code.subject'), short: say('notifications.mail.code.short', { code }),
    rest: { paragraphs: [say('notifications.mail.code.text')], link: null, code }, foot: [say('notifications.mail.code.foot')],
  };
}

function digest(said: Said, items: readonly DigestItem[]): Body {
  const { words, origin, content } = said;
  const subject = words.one(content.language, 'notifications.mail.digest.subject', { count: items.length });
  return {
    subject, short: subject,
    rest: { paragraphs: [words.one(content.language, 'notifications.mail.digest.text', { count: items.length })], items: items.map(({ text, path }) => ({ text, href: path === null ? null : hrefOf(origin, path) })), link: null },
    foot: settingsFoot(said),
  };
}
