export const pure = 1;
export type Pure = number;
