export const smaller = (png) => png;
