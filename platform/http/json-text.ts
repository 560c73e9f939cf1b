/** Deepest nesting that is read; the deepest input of a contract has five. */
export const DEEPEST = 24;

export type JsonFault =
  | { readonly rule: 'unreadable' | 'too-deep' | 'not-an-object' }
  | { readonly rule: 'twice' | 'unknown-field' | 'not-text' | 'in-the-address'; readonly field: string };

/**
 * Judges the body of a request before it becomes objects. JSON.parse takes of two equal keys the last one, where another reader
 * takes the first (RFC 8259, 4): such a body says two things and is refused. So is what no text of ours can hold: NUL and halves
 * of characters, which only an escape can bring in; nesting without end; and a key that stands for an object's prototype.
 * An operation's input is one object, and does not say again what its address says (`parameters`).
 */
export function judgeJson(bytes: Uint8Array, parameters: readonly string[] = []): JsonFault | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return { rule: 'not-an-object' };
    const again = parameters.find((name) => Object.hasOwn(body, name));
    if (again !== undefined) return { rule: 'in-the-address', field: again };
  } catch {
    return { rule: 'unreadable' };
  }
  return judgeStrings(text);
}

type Frame = { readonly keys: Set<string> | null; readonly at: string };

/** Walks a text that is known to be JSON, string by string. */
function judgeStrings(text: string): JsonFault | undefined {
  const open: Frame[] = [];
  let field = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '{' || sign === '[') {
      if (open.length === DEEPEST) return { rule: 'too-deep' };
      open.push({ keys: sign === '{' ? new Set() : null, at: field });
    } else if (sign === '}' || sign === ']') {
      field = open.pop()!.at;
    } else if (sign === '"') {
      const end = endOfString(text, at);
      const said = JSON.parse(text.slice(at, end + 1)) as string;
      const frame = open.at(-1);
      const isKey = frame?.keys != null && nextSign(text, end + 1) === ':';
      if (isKey) field = frame.at === '' ? said : `${frame.at}.${said}`;
      if (said.includes('\0') || !said.isWellFormed()) return { rule: 'not-text', field: field.toWellFormed().replaceAll('\0', '') };
      if (isKey && said === '__proto__') return { rule: 'unknown-field', field };
      if (isKey && frame.keys!.size === frame.keys!.add(said).size) return { rule: 'twice', field };
      at = end;
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function nextSign(text: string, from: number): string | undefined {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return text[at];
}
