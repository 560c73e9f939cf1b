import type { Json } from '#kernel/canonical.ts';
import type { NoticeClass } from '#kernel/notice.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { waysOf, type Channel, type Way } from '../domain/channels.ts';

export type Choice = { readonly channel: Channel; readonly class: NoticeClass; readonly way: Way };
export type ChooseWaysNeeds = {
  readonly personId: string;
  readonly saveChoices: (choices: readonly Choice[]) => Promise<void>;
  readonly saveSetting: (setting: { language: 'zh-CN' | 'en'; digestHour: number }) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: Json; cityId: null }) => void;
};

/** A person chooses how they are told, in which language, and when their digest comes. What the law asks to be told cannot be put off or left out. */
export async function chooseWays(needs: ChooseWaysNeeds, input: { language: 'zh-CN' | 'en'; digestHour: number; choices: readonly Choice[] }): Promise<Result<{ saved: true }, 'way-not-possible' | 'legal-notice'>> {
  for (const [at, choice] of input.choices.entries()) {
    if (waysOf(choice.channel, choice.class).includes(choice.way)) continue;
    return refuse(choice.class === 'legal' ? 'legal-notice' : 'way-not-possible', `choices.${at}.way`);
  }
  await needs.saveSetting({ language: input.language, digestHour: input.digestHour });
  await needs.saveChoices(input.choices);
  needs.record({ kind: 'ways-chosen', subject: needs.personId, body: { language: input.language, digestHour: input.digestHour, choices: input.choices.map((choice) => ({ ...choice })) }, cityId: null });
  return ok({ saved: true });
}
