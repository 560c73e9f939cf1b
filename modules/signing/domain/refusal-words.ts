/** What is said where something cannot be signed, by refusal code; lent to every module whose papers are signed. */
export const SIGNING_WORDS = {
  'zh-CN': {
    'signing-key-missing': '您在本单位、本市还没有可用的签名密钥。请在“我的工作台 · 签名密钥”登记一把，再回来签署。',
    'signing-key-revoked': '这把密钥（{serial}）已吊销，不能再签署。请换一把有效的密钥。',
    'signing-key-expired': '这把密钥（{serial}）已过有效期，不能再签署。请登记一把新的密钥。',
    'signing-lapsed': '这次签署已过时限，或者已经签过。请重新打开待签内容，核对后再签。没有签署。',
    'signed-for-something-else': '这个签名是为另一件事签的，不能用在这里。请重新打开待签内容再签。',
    'shown-changed': '您查看之后内容变了，没有签署。请重新打开待签内容，核对后再签。',
    'signature-wrong': '签名与密钥或内容对不上，没有签署。请重新打开待签内容再签；仍不行时，请在“签名密钥”页检查所用的密钥。',
  },
  en: {
    'signing-key-missing': 'You have no usable signing key for this organisation in this city. Enrol one under “Signing keys” in your workbench, then come back and sign.',
    'signing-key-revoked': 'The key {serial} is revoked and signs nothing more. Please use a valid key.',
    'signing-key-expired': 'The key {serial} has expired and signs nothing more. Please enrol a new one.',
    'signing-lapsed': 'This signing has lapsed, or was done already. Open what is to be signed again, check it, then sign. Nothing was signed.',
    'signed-for-something-else': 'This signature was made for something else and cannot be used here. Open what is to be signed again.',
    'shown-changed': 'The content changed after you looked at it, and nothing was signed. Open it again, check it, then sign.',
    'signature-wrong': 'The signature does not match the key or the content, and nothing was signed. Open it again and sign; if that does not help, check the key on the page “Signing keys”.',
  },
} as const;

/** The same under the ids of a module: `orders.refusal.signing-lapsed`. */
export const signingWords = (module: string): { 'zh-CN': Record<string, string>; en: Record<string, string> } => {
  const named = (words: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(words).map(([code, text]) => [`${module}.refusal.${code}`, text]));
  return { 'zh-CN': named(SIGNING_WORDS['zh-CN']), en: named(SIGNING_WORDS.en) };
};
