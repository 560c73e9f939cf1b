import type { LegalDay } from '#kernel/date.ts';
import { setApprovalRule } from '#modules/purchases/index.ts';
import type { Stage } from './stage.ts';
import type { DemoCity } from './types.ts';

/** From now on each unit that has an administrator asks for one approval at half a million yuan; what it ordered before was ordered without a rule. */
export async function setApprovalRules(stage: Stage, city: DemoCity, on: LegalDay): Promise<void> {
  for (const unit of city.units) {
    const as = stage.actors.get(`${unit.key} unit.administrator`);
    if (as !== undefined) await stage.act({ city: city.key, as, on }, (call) => setApprovalRule(call, { validFrom: on, bands: [{ from: '500000.00', approvals: 1 }] }));
  }
}
