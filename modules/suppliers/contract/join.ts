import { z } from 'zod';
import { CitySlug, Day, Line, operation, refusals, Uuid } from '#kernel/wire.ts';
import { Asked, RuleSet, SupplierKind } from './shapes.ts';

/** What a city asks of each kind of supplier today: read before one begins. */
export const requirements = operation
  .route({ method: 'GET', path: '/{city}/suppliers/requirements', summary: '供应商准入要求 · What a city asks of its suppliers', tags: ['suppliers'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(z.object({ on: Day, ruleSet: RuleSet.nullable(), maker: z.array(Asked), distributor: z.array(Asked) }));

/** A telephone number: mainland mobile or fixed line, with area code and extension, or an international one. */
export const Phone = z.string().trim().regex(/^\+?[0-9][0-9 ()-]{5,18}[0-9]$/);

export const Registration = z.strictObject({
  city: CitySlug,
  kind: SupplierKind,
  name: Line(100).min(4),
  creditCode: Line(30),
  address: Line(200).min(4),
  contactName: Line(50),
  phone: Phone,
  login: Line(64),
  password: z.string().min(1).max(500),
});

export const join = operation
  .route({ method: 'POST', path: '/{city}/suppliers', summary: '供应商注册 · Register as a supplier', tags: ['suppliers'] })
  .input(Registration)
  .output(z.object({ organisationId: Uuid, admissionId: Uuid }))
  .errors(refusals({
    'credit-code-malformed': 422, 'credit-code-check': 422, 'credit-code-registered': 409,
    'login-not-usable': 422, 'login-taken': 409, 'password-too-short': 422, 'password-too-long': 422, 'password-is-login': 422,
  }));
