/** Full-width letters, digits and signs as half-width; ideographic blanks as blanks. Nothing else is folded: ³ and ² stay raised. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ').replace(/[【〔]/g, '(').replace(/[】〕]/g, ')');

/** Without any blank. */
export const tight = (text: string): string => halfWidth(text).replace(/\s+/g, '');

const DASHES = /^[-—–―─━﹣－_/\\.·*＊\s]*$/;

/** A cell that says the item was not tested or that nothing is asked: a dash, a stroke, nothing at all, 不适用. Never zero, never a pass. */
export const saysNothing = (text: string): boolean =>
  DASHES.test(text) || /^(?:n\/?a|n\.a\.?|不适用|不涉及|未检|未检验|未检测|未测|未做|not\s*(?:tested|applicable|required)|空白?|此项空白)$/i.test(halfWidth(text).trim());

/** What a printed verdict claims; `none` where it is a dash. Negatives first: 不符合 contains 符合, 不合格 contains 合格. */
export function verdictPrinted(text: string): 'pass' | 'fail' | 'none' | 'unknown' {
  const said = halfWidth(text).trim();
  if (saysNothing(said)) return 'none';
  if (/不|未|否|超标|fail|non|not|un(?:qualified|acceptable|satisfactory)|^(?:f|no|n|×|✗|✘|x|ng)$/i.test(said)) return 'fail';
  if (/符合|合格|通过|满足|达标|pass|qualif|conform|compl|accept|^(?:p|yes|y|ok|√|✓|✔|☑)$/i.test(said)) return 'pass';
  return 'unknown';
}
