import type { Demand, Limit } from '#platform/http/limits.ts';
import type { RequestContext } from '#platform/http/serve.ts';

/* What one person, and all of one organisation together, may upload. The numbers are our own judgement: far beyond a day's work, short of a flood. */
const BY_PERSON: Limit = { name: 'uploads by person', burst: 200, perMinute: 60 };
const BY_ORGANISATION: Limit = { name: 'uploads by organisation', burst: 600, perMinute: 180 };

export const uploadPace = ({ actor }: RequestContext): readonly Demand[] =>
  actor === null ? [] : [{ limit: BY_PERSON, key: actor.personId }, { limit: BY_ORGANISATION, key: actor.organisationId ?? actor.personId }];
