import { day } from '#kernel/date.ts';
import { must } from '#kernel/result.ts';
import type { TestCity, TestPerson, TestPlatform } from '#app/test-kit/platform.ts';
import { adoptEdition, baseEdition, confirmLimits } from '../index.ts';

/** The city has adopted the base edition from 2025-01-01; none of its limits is confirmed yet. */
export async function adoptedBase(t: TestPlatform, city: TestCity = t.huzhou): Promise<void> {
  must(await t.act({ city }, (call) => adoptEdition(call, { cityId: city.id, editionId: baseEdition().id, effectiveFrom: day('2025-01-01') })));
}

/** An officer of the city confirmed all limits of these kinds (of every kind where none is named). */
export async function confirmedLimits(t: TestPlatform, options: { city?: TestCity; kinds?: readonly string[]; officer?: TestPerson } = {}): Promise<TestPerson> {
  const city = options.city ?? t.huzhou;
  const officer = options.officer ?? (await t.person('housing.officer', { city }));
  const codes = baseEdition().kinds.filter((k) => options.kinds?.includes(k.code) ?? true).flatMap((k) => k.indicators.map((i) => i.code));
  must(await t.act({ as: officer, city }, (call) => confirmLimits(call, { editionId: baseEdition().id, codes, clause: null, page: null, note: null }, true)));
  return officer;
}
