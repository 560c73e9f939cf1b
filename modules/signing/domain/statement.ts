import { canonical, type Json } from '#kernel/canonical.ts';
import type { SuiteId } from './suite.ts';

/**
 * What a person signs. Everything that could be exchanged stands inside: for what, about which thing, over which data and paper,
 * who, for whom, where, with which key, and when by the server's clock.
 */
export type Statement = {
  readonly suite: SuiteId;
  /** The module and the paper: `orders.acceptance`. A signature under one purpose is none under another. */
  readonly purpose: string;
  /** The thing: `order:<id>`. */
  readonly subject: string;
  /** Hash of the canonical data shown on the screen, by the suite's hash. */
  readonly data: string;
  /** Hash of the PDF, where there is one. */
  readonly pdf: string | null;
  readonly city: string;
  readonly organisation: string;
  readonly person: string;
  /** Serial number of the signing key. */
  readonly key: string;
  /** The server's request that this answers; one request, one signature. */
  readonly request: string;
  /** The instant of that request, ISO 8601 in UTC. */
  readonly at: string;
};

export const PURPOSE = /^[a-z-]{2,30}\.[a-z-]{2,30}$/;

/** The very text that is signed; the prefix keeps it apart from everything else a key may sign. */
export const statementText = (statement: Statement): string => `qingcai-signature-1\n${canonical(statement as unknown as Json)}`;

/** The text whose hash stands for the data on the screen. */
export const dataText = (data: Json): string => `qingcai-data-1\n${canonical(data)}`;

/** What the paper may say of its own signing: printed on it before it is signed, so that one and the same PDF is signed, kept and handed out. */
export type Signing = { readonly signer: string; readonly organisation: string; readonly key: string; readonly suite: SuiteId; readonly at: string; readonly code: string };
