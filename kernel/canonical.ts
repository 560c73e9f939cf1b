export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one written form of a JSON value (RFC 8785 for the values we use): keys sorted by UTF-16 code units,
 * no white space, safe integers only. Hashes are taken over this text, so that anyone can take them again.
 * @throws on numbers that are not safe integers: decimals travel as text.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`a decimal must be written as text, not ${value}`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const object = value as { readonly [key: string]: Json };
  return `{${Object.keys(object).sort().filter((k) => object[k] !== undefined).map((k) => `${JSON.stringify(k)}:${canonical(object[k]!)}`).join(',')}}`;
}
