import { legalDayOf, type LegalDay } from '#kernel/date.ts';
import { halfWidth } from './plain.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const HAN = '〇一二三四五六七八九';

const pad = (n: number): string => String(n).padStart(2, '0');
const dayFrom = (year: number, month: number, date: number): LegalDay | undefined => legalDayOf(`${year}-${pad(month)}-${pad(date)}`);

/** 二〇二六, ○ and 零 for zero; 十一, 二十二. */
function hanNumber(text: string): number {
  const plain = text.replace(/[零○Ｏ０O0]/g, '〇').replace(/元/g, '一');
  const ten = plain.indexOf('十');
  if (ten < 0) return Number([...plain].map((c) => HAN.indexOf(c)).join(''));
  const digit = (c: string | undefined, absent: number): number => (c === undefined || c === '' ? absent : HAN.indexOf(c));
  return digit(plain.slice(0, ten), 1) * 10 + digit(plain.slice(ten + 1), 0);
}

type Found = { readonly at: number; readonly day: LegalDay };

/** Every day written in a text, in order of place: 2026-03-05, 2026年3月5日, 2026.3.5, 2026/03/05, 二〇二六年三月五日, 5 March 2026, Mar. 5, 2026. */
export function daysIn(printed: string): LegalDay[] {
  const text = halfWidth(printed);
  const found: Found[] = [];
  const add = (at: number, day: LegalDay | undefined): void => void (day && found.push({ at, day }));
  for (const m of text.matchAll(/(?<!\d)(\d{4})\s*(?:[-./–—]|年)\s*(\d{1,2})\s*(?:[-./–—]|月)\s*(\d{1,2})(?!\d)/g)) add(m.index, dayFrom(Number(m[1]), Number(m[2]), Number(m[3])));
  for (const m of text.matchAll(/([〇零○一二三四五六七八九]{4})\s*年\s*([元一二三四五六七八九十]{1,3})\s*月\s*([一二三四五六七八九十]{1,3})\s*日/g)) add(m.index, dayFrom(hanNumber(m[1]!), hanNumber(m[2]!), hanNumber(m[3]!)));
  for (const m of text.matchAll(/(?<![\d.])(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)/g)) add(m.index, dayFrom(Number(m[3]), monthOf(m[2]!), Number(m[1])));
  for (const m of text.matchAll(/([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/g)) add(m.index, dayFrom(Number(m[3]), monthOf(m[1]!), Number(m[2])));
  return found.sort((a, b) => a.at - b.at).map((f) => f.day);
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
