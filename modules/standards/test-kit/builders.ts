import { day } from '#kernel/date.ts';
import { must } from '#kernel/result.ts';
import type { TestCity, TestPerson, TestPlatform } from '#app/test-kit/platform.ts';
import { adoptEdition, baseEdition, confirmLimits, editionInForce } from '../index.ts';

/** The city has adopted the base edition from 2025-01-01, and keeps what it confirmed before. */
export async function adoptedBase(t: TestPlatform, city: TestCity = t.huzhou): Promise<void> {
  const adopted = await t.act({ city }, (call) => adoptEdition(call, { cityId: city.id, editionId: baseEdition().id, effectiveFrom: day('2025-01-01') }));
  if (!adopted.ok && adopted.refusal.code !== 'edition-adopted-already') must(adopted);
}

/** An officer of the city confirmed all limits of these kinds (of every kind where none is named). */
export async function confirmedLimits(t: TestPlatform, options: { city?: TestCity; kinds?: readonly string[]; officer?: TestPerson } = {}): Promise<TestPerson> {
  const city = options.city ?? t.huzhou;
  const officer = options.officer ?? (await t.person('housing.officer', { city }));
  const before = (await editionInForce(t.everything.kysely, city.id, day('2026-11-22')))?.confirmed;
  const codes = baseEdition().kinds.filter((k) => options.kinds?.includes(k.code) ?? true).flatMap((k) => k.indicators.map((i) => i.code)).filter((code) => before?.has(code) !== true);
  if (codes.length === 0) return officer;
  must(await t.act({ as: officer, city }, (call) => confirmLimits(call, { editionId: baseEdition().id, codes, clause: null, page: null, note: null }, true)));
  return officer;
}
