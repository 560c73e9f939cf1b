type Place = { readonly city: string | null; readonly rest: string };

/** `浙江省湖州市吴兴区…` as its city and what follows; an address of the own city often leaves the city out. */
function placeOf(text: string): Place {
  const bare = text.normalize('NFKC').replaceAll(/\s+/g, '').replace(/^\p{Script=Han}{2,3}省/u, '').replace(/全域$/u, '');
  const city = /^\p{Script=Han}{2,3}市/u.exec(bare)?.[0] ?? null;
  return { city, rest: bare.slice(city?.length ?? 0) };
}

/**
 * Whether a site lies in the area a supplier delivers to. An area is a place by which the address begins (`吴兴区`), a whole city
 * (`湖州市`, `湖州市全域`) or 全国; where no area is named, none is excluded. An address that names no city lies in the order's.
 */
export function delivers(area: readonly string[], address: string): boolean {
  const site = placeOf(address);
  return area.length === 0 || area.some((one) => {
    if (one.trim() === '全国') return true;
    const place = placeOf(one);
    return (place.city === null || site.city === null || place.city === site.city) && site.rest.startsWith(place.rest);
  });
}
