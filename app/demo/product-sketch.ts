import type { Parameters } from '#modules/standards/domain/model.ts';

/** One offer in short: what a maker makes, who offers it, at what price with tax. */
export type ProductSketch = {
  readonly key: string;
  readonly kind: string;
  readonly maker: string;
  /** The distributor who offers it; the maker itself where absent. */
  readonly by?: string;
  readonly name: string;
  readonly nameEn: string;
  readonly model: string;
  readonly parameters?: Parameters;
  /** Aimed at where the kind has stars. */
  readonly star?: 0 | 1 | 2 | 3;
  readonly price: string;
  readonly unit: string;
  readonly minimum: string;
  /** 13 % where absent; ready-mixed concrete is taxed at 3 % by the simple method. */
  readonly tax?: string;
  /** Districts; the whole city where absent. */
  readonly area?: readonly string[];
  /** Days before the day of the demonstration on which its report was issued; drawn where absent. */
  readonly issuedDaysAgo?: number;
  readonly laboratory?: string;
};
