const DIGITS = '零一二三四五六七八九';

/** The number of an article as the law writes it: 第四十二条 is 42. */
export function articleNumber(article: string): number {
  const text = article.replace(/^第|条$/g, '');
  let sum = 0;
  let digit = 0;
  for (const sign of text) {
    if (sign === '百') { sum += digit * 100; digit = 0; }
    else if (sign === '十') { sum += (digit === 0 ? 1 : digit) * 10; digit = 0; }
    else digit = DIGITS.indexOf(sign);
  }
  return sum + digit;
}
