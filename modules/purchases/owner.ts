import type { ReadCall } from '#platform/database/call.ts';

/** The unit and the city whose basket and purchases a call is about. */
export function ownerOf({ actor, cityId }: ReadCall): { cityId: string; organisationId: string; personId: string } {
  if (actor === null || actor.organisationId === null || cityId === null) throw new Error('a basket belongs to a unit in a city');
  return { cityId, organisationId: actor.organisationId, personId: actor.personId };
}
