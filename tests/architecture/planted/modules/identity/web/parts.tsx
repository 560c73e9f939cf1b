export const PersonTag = 1;
