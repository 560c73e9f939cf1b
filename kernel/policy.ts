/**
 * Who may act. A role belongs to a kind of organisation; a person holds roles through a membership.
 * `app/modules.ts` joins every module's table into one; a route without an entry does not compile and does not start.
 */
export const ROLES = [
  'buyer.purchaser',
  'buyer.approver',
  'centre.reviewer',
  'housing.officer',
  'finance.supervisor',
  'supplier.clerk',
  'laboratory.clerk',
  'certifier.clerk',
  'bank.clerk',
  'expert.member',
  'operator.administrator',
  'unit.administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** The one role that organisations of every kind have: who invites, changes roles and ends memberships in their own unit. */
export const UNIT_ADMINISTRATOR = 'unit.administrator' satisfies Role;

/** Roles that one person alone never gives: proposed by one with the right, confirmed by another (separation of duties within a unit). */
export const POWERFUL_ROLES: readonly Role[] = [UNIT_ADMINISTRATOR, 'operator.administrator', 'centre.reviewer', 'housing.officer', 'buyer.approver'];

/** The kinds of organisation, by the first word of their roles. */
export const ORGANISATION_KINDS = ['buyer', 'centre', 'housing', 'finance', 'supplier', 'laboratory', 'certifier', 'bank', 'expert', 'operator'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Whether an organisation of this kind has this role: its own kind's roles, and the administrator of a unit. */
export const roleFits = (kind: OrganisationKind, role: Role): boolean => role === UNIT_ADMINISTRATOR || role.startsWith(`${kind}.`);

/** Kinds that serve one city only; the others (suppliers, laboratories, banks …) act in every city that admits them. */
export const CITY_BODIES: readonly OrganisationKind[] = ['buyer', 'centre', 'housing', 'finance'];

/**
 * What a route asks of the caller.
 * `reach` says whose things the route may touch: `own` only those of the caller's organisation (another's answers 404, as if it did not exist),
 * `city` every thing of the city in the path, `platform` what no city owns.
 */
export type Rule = Manner &
  (
    | { readonly who: 'anyone' }
    | { readonly who: 'signed-in' }
    | { readonly who: readonly Role[]; readonly reach: 'own' | 'city' | 'platform' }
  );

/** How a route is asked, beside who may. */
export type Manner = {
  /** A grave act: the person must have proved again, a few minutes ago at most, that it is them (`Actor.fresh`). */
  readonly fresh?: true;
  /** Its answer opens a session or shows a secret: it is not stored, so a repeat acts again. */
  readonly secret?: true;
  /** It derives a password's hash: few at a time, so that a flood of them never takes the whole pool of connections. */
  readonly slow?: true;
};

/** The person behind a request, in the membership they act in. */
export type Actor = {
  readonly personId: string;
  readonly personName: string;
  readonly sessionId: string;
  readonly membershipId: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly organisationKind: OrganisationKind | null;
  /** City the organisation serves; null where it acts in every city. */
  readonly homeCityId: string | null;
  readonly roles: readonly Role[];
  /** Whether the person proved a few minutes ago at most that it is them, by passkey or by password and code. */
  readonly fresh: boolean;
};

export type PolicyAnswer = 'allowed' | 'sign-in-needed' | 'not-allowed' | 'fresh-touch-needed';

/** Deny by default: only a rule that names the caller's role, in the caller's own city, allows; a grave act only with a fresh touch. */
export function judgeAccess(rule: Rule | undefined, actor: Actor | null, cityId: string | null): PolicyAnswer {
  if (rule === undefined) return 'not-allowed';
  if (rule.who === 'anyone') return 'allowed';
  if (actor === null) return 'sign-in-needed';
  if (rule.who !== 'signed-in') {
    if (cityId !== null && actor.homeCityId !== null && actor.homeCityId !== cityId) return 'not-allowed';
    const { who } = rule;
    if (!actor.roles.some((role) => who.includes(role))) return 'not-allowed';
  }
  return rule.fresh === true && !actor.fresh ? 'fresh-touch-needed' : 'allowed';
}
