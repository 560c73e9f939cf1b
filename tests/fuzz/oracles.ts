import type { Answer } from '#app/test-kit/platform.ts';
import { misfit } from './fits.ts';
import type { Sent } from './requests.ts';
import type { World } from './world.ts';

/** Marks of the machine inside that no reply may show. */
const INSIDE = /node_modules|\bat \S+ \(?(?:file:|\/)|\.ts:\d+:\d+|\bECONN|\bsyntax error at or near|violates (?:unique|foreign key|check|not-null)|relation "[\w.]+" does not|permission denied for|row-level security|kysely|graphile|Error: /i;

/** Refusals that only say "not now". */
const NOT_NOW: ReadonlySet<string> = new Set(['busy', 'page-later']);

/**
 * Tables in which a refused request may leave rows all the same, each with its reason.
 * Nothing else may: what is refused has changed nothing.
 */
const LEFT_BY_A_REFUSAL: Readonly<Record<string, string>> = {
  'identity.session': 'the time of the last request, by which an idle session ends',
};

/** What is wrong with a reply; empty where nothing is. */
export function wrongs(sent: Sent, answer: Answer, touched: readonly string[], world: World): string[] {
  const said = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? null);
  return [...wrongForm(sent, answer, world), ...wrongRight(sent, answer), ...wrongWords(sent, answer, said, world), ...wrongChange(sent, answer, touched)];
}

const codeOf = (answer: Answer): string => (typeof answer.body === 'object' && answer.body !== null ? String((answer.body as { code?: unknown }).code) : '');

function wrongForm({ route, method }: Sent, answer: Answer, world: World): string[] {
  if (answer.status >= 500 && !NOT_NOW.has(codeOf(answer))) return [`status ${answer.status}: ${JSON.stringify(answer.body)} ${world.faults.splice(0).join('\n')}`];
  if (answer.headers.get('X-Content-Type-Options') !== 'nosniff' || !/default-src 'none'/.test(answer.headers.get('Content-Security-Policy') ?? '')) return ['outside the fence'];
  if (answer.status === 405 || answer.status === 204) return answer.headers.has('Allow') ? [] : ['says no Allow'];
  if (method !== route.method && method !== 'HEAD') return answer.status >= 400 || method === 'GET' || LOOK_ALIKE.has(method) ? [] : [`${method} was answered with ${answer.status}`];
  if (method === 'HEAD') return answer.body === undefined ? [] : ['HEAD has a content'];
  const schema = route.replies.get(answer.status);
  if (schema === undefined) return [`status ${answer.status} (${codeOf(answer)}) is not in the description`];
  const found = schema === null ? undefined : misfit(answer.body, schema, world.schemas);
  return found === undefined ? [] : [`does not fit its schema: ${found}`];
}

/** Where a path has other operations, another method reaches one of them; that one is asked in its own name too. */
const LOOK_ALIKE: ReadonlySet<string> = new Set(['POST', 'PUT', 'DELETE', 'PATCH']);

function wrongRight({ route, asker, method }: Sent, answer: Answer): string[] {
  if (answer.status >= 400 || method !== route.method || route.who === 'anyone') return [];
  if (asker.person === undefined) return ['nobody was let in'];
  const may = route.who === 'signed-in' || asker.person.actor.roles.some((role) => route.who.includes(role));
  return may ? [] : [`${asker.name} was let in`];
}

function wrongWords({ asker }: Sent, answer: Answer, said: string, world: World): string[] {
  const leaks = world.canaries.filter(({ text, readers }) => said.includes(text) && !readers.includes(asker.person?.organisationId ?? ''));
  const inside = answer.status >= 400 ? INSIDE.exec(said) : null;
  return [...leaks.map(({ text }) => `shows ${text}, which is not for ${asker.name}`), ...(inside === null ? [] : [`shows the machine inside: ${inside[0]}`])];
}

function wrongChange({ method }: Sent, answer: Answer, touched: readonly string[]): string[] {
  const looked = method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
  if (answer.status < 400 && !looked) return [];
  const left = touched.filter((table) => LEFT_BY_A_REFUSAL[table] === undefined);
  return left.length === 0 ? [] : [`${looked ? 'a look' : `a refusal (${answer.status} ${codeOf(answer)})`} changed ${left.join(', ')}`];
}
