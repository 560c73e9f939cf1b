import type { Json } from '#kernel/canonical.ts';
import type { LegalDay } from '#kernel/date.ts';
import type { Actor } from '#kernel/policy.ts';
import { must, type Result } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import { write, type WriteCall } from '#platform/database/call.ts';
import type { Platform } from '../wire.ts';
import { DemoKeys } from './keys.ts';

/** One passphrase for every person of the demonstration, printed at the start; such people exist nowhere else. */
export const DEMO_PASSWORD = 'qingcai-demo';

/** Where the demonstration is played: who has come on, and how an act is told. */
export class Stage {
  readonly platform: Platform;
  /** City id by key. */
  readonly cities = new Map<string, string>();
  /** Organisation id by key of unit, supplier, laboratory or authority. */
  readonly organisations = new Map<string, string>();
  /** Who acts for an organisation, by its key and, where it matters, the role. */
  readonly actors = new Map<string, Actor>();
  /** Listing id by product key. */
  readonly listings = new Map<string, string>();
  /** Evidence ids of a product other than its report. */
  readonly papers = new Map<string, readonly string[]>();
  /** The signing keys of those who sign. */
  readonly keys = new DemoKeys(DEMO_PASSWORD);
  /** Where people reach the platform: it stands on papers. */
  readonly origin: string;
  passwordHash = '';
  private steps = 0;

  constructor(platform: Platform, origin: string) {
    this.platform = platform;
    this.origin = origin;
  }

  /** Acts through the write wrapper at a told instant of the day; acts of one day follow one another by a second. */
  async act<T extends Json | void, C extends string>(who: { city: string | null; as: Actor | null; on: LegalDay }, act: (call: WriteCall) => Promise<Result<T, C>>): Promise<T> {
    this.steps = (this.steps + 1) % 20_000;
    const told = new Date(Date.parse(`${who.on}T01:00:00Z`) + this.steps * 1_000);
    const cityId = who.city === null ? null : this.cities.get(who.city)!;
    return must(await write(this.platform.writing(), { actor: who.as, cityId, requestId: newId() }, act, { told, ...(who.as === null ? { duty: 'founding' } : {}) }));
  }

  actor(organisation: string, role: string): Actor {
    const found = this.actors.get(`${organisation} ${role}`);
    if (found === undefined) throw new Error(`nobody acts for ${organisation} as ${role}`);
    return found;
  }

  /** The centre's reviewer of a city. */
  reviewer(city: string): Actor {
    const found = [...this.actors].find(([, actor]) => actor.homeCityId === this.cities.get(city) && actor.roles.includes('centre.reviewer'));
    if (found === undefined) throw new Error(`${city} has no reviewer`);
    return found[1];
  }
}
