/** The pure front door of orders: rules that purchases and the browser may use. */
export { priceLine, type LineRefusal, type LineWish, type PricedLine } from './domain/price-lines.ts';
export { quantityOf, counted, plain, more, same, isZero, type QuantityRefusal } from './domain/quantity.ts';
export { placingWords } from './domain/placing-words.ts';
export type { OfferedListing, Site } from './domain/model.ts';
