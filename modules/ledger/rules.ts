/** The pure front door of the ledger: how an entry and its link are hashed, for whoever checks them without a database. */
export { linkText, type EntryContent } from './domain/chain.ts';
