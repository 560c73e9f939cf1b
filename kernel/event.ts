import type { Json } from './canonical.ts';

/** Something that happened, told to other modules. `name` carries its version: `orders.accepted@1`. Never holds a secret. */
export type DomainEvent<Name extends string = string, Body extends Json = Json> = {
  readonly name: Name;
  /** The thing it happened to; events of one subject are delivered in order. */
  readonly subject: string;
  readonly cityId: string | null;
  readonly body: Body;
};
