import type { Standing } from './interval.ts';

/**
 * Text results against a required wording (无渗漏, 不透水). Negatives are looked for first, because 不符合 contains 符合
 * and 不合格 contains 合格; what is neither clearly the requirement nor clearly its contrary goes to a person.
 */

const DENIALS = /不(?:符合|合格|通过|满足|达标|合要求|能?达到)|未(?:能)?(?:通过|达到|达标|符合|满足)|(?:没有|没能|没)(?:通过|达到)|不合(?!格)|超标|\bfail(?:s|ed|ure)?\b|\bnot\s+(?:pass|conform|compl|qualif|meet|satisf)|\b(?:non|un)-?(?:conform|compl|qualif)|\bdoes\s*n[o']t\s+(?:pass|conform|comply|meet)|\bno\s+pass\b|^no$|^[×✗✘xX]$/i;
/** 无不合格项 denies a denial: a person reads it. */
const TWICE_DENIED = /[无未没](?:有|见|发现)?任?何?不(?:符合|合格)/;
const APPROVALS = /^(?:(?:检测|检验|试验)?(?:结果)?(?:均)?(?:符合|满足)(?:(?:标准|规定|技术)?(?:的)?要求|标准|规定)?|(?:检测|检验|试验)?(?:结果)?(?:均)?(?:合格|通过|达标|达到要求)|pass(?:ed|es)?|p|yes|y|ok|qualified|conform(?:s|ing)?|compl(?:y|ies|iant)|√|✓|✔|☑)$/i;

/** What must not occur, with the words a report uses for it. */
const FAULTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['渗漏', ['渗漏', '泄漏', '漏水', '渗水', '漏', '渗', 'leakages', 'leakage', 'leaking', 'leaks', 'leak', 'seepage']],
  ['破裂', ['破裂', '开裂', '裂纹', '破坏', 'ruptures', 'rupture', 'bursting', 'burst', 'cracks', 'cracking', 'crack', 'breakage']],
  ['透水', ['透水', '渗水', '渗漏', '渗透', '漏水', 'waterpenetration', 'penetration', 'leakage', 'leak', 'permeable']],
]);
const NEGATION = '(?:未见有|未见|未发现有|未发现|未发生|未出现|没有|无任何|均无|均不|均未|无|不|未|without|not|no|im)';
const CONNECTIVE = /^(?:现象|情况|产生|发生|试件|试样|样品|均|且|和|及|与|或|也|亦|and|or|any)*$/i;

/** Where a printed wording stands against the required one: inside, outside, or across where it is not understood. */
export function wordingStanding(printed: string, required: string): Standing {
  const spaced = printed.normalize('NFKC').trim();
  if (TWICE_DENIED.test(spaced)) return 'across';
  if (denies(printed)) return 'outside';
  const text = plain(printed);
  if (text === '') return 'across';
  const forbidden = [...FAULTS.keys()].filter((fault) => new RegExp(`[无不]${fault}`).test(required));
  if (text === plain(required) || APPROVALS.test(spaced) || APPROVALS.test(text)) return 'inside';
  if (forbidden.length === 0) return 'across';
  return faultsStanding(clauses(printed), forbidden);
}

/** Every required fault must be denied in words and nothing else be said. A denial reaches over 、 and 和 but not over a comma: 无渗漏，破裂 goes to a person. A fault stated where nothing is denied fails. */
function faultsStanding(text: string, forbidden: readonly string[]): Standing {
  let rest = text;
  const denied = new Set<string>();
  const words = (fault: string): string => `(?:${(FAULTS.get(fault) ?? [fault]).join('|')})`;
  const all = `(?:${forbidden.map(words).join('|')})`;
  for (const clause of text.matchAll(new RegExp(`${NEGATION}${all}(?:(?:和|及|或|与|or|and)?${all})*`, 'gi'))) {
    rest = rest.replace(clause[0], '');
    for (const fault of forbidden) if (new RegExp(words(fault), 'i').test(clause[0])) denied.add(fault);
  }
  if (new RegExp(all, 'i').test(rest)) return denied.size > 0 || NEGATED.test(rest) ? 'across' : 'outside';
  return denied.size === forbidden.length && CONNECTIVE.test(rest.replaceAll(';', '')) ? 'inside' : 'across';
}

const NEGATED = new RegExp(NEGATION, 'i');

/** True where the text says that something did not pass, whatever it was held against. */
export const denies = (printed: string): boolean => DENIALS.test(printed.normalize('NFKC').trim()) || DENIALS.test(plain(printed));
/** True where the text is nothing but a verdict of approval. */
export const approves = (printed: string): boolean => !denies(printed) && (APPROVALS.test(printed.normalize('NFKC').trim()) || APPROVALS.test(plain(printed)));

/** Blanks and the signs of an enumeration go; the signs that end a clause stay as `;`. */
const clauses = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[,.;。，；]+/g, ';').replace(/[\s:、]+/g, '');

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s,.;:、。，；：]+/g, '');
