import { halfWidth } from './plain.ts';

/** Standards named in a text (GB/T 23986-2009, JG/T 169—2016, ISO 8990:1994), one way of writing, in order, each once. */
export function standardsIn(text: string): string[] {
  const plain = halfWidth(text).replace(/[—–－―]/g, '-');
  const found = plain.matchAll(/\b((?:GB|JC|JG|JGJ|CJJ?|HG|QB|LY|JB|YB|SN|HJ|DB\d{0,4}|T\/[A-Z]{2,}|CNCA|TSG|CECS|NB|DL|SH|WS|AQ|XF|GA)(?:\s*\/\s*[TZ])?|ISO(?:\/IEC)?|IEC|EN(?:\s+ISO)?|ASTM|ANSI|BS(?:\s+EN)?|DIN)\s*([A-Z]?\d[\d.]*(?:-\d{1,2}(?=-\d{4}|:\d{4}))?)\s*(?:[-:]\s*(\d{4}|\d{2}(?!\d)))?/gi);
  const names: string[] = [];
  for (const [, body = '', number = '', year] of found) {
    const name = `${body.replace(/\s*\/\s*/g, '/').replace(/\s+/g, ' ').toUpperCase()} ${number.replace(/\.$/, '')}${year ? `-${year}` : ''}`;
    if (!names.includes(name)) names.push(name);
  }
  return names;
}
