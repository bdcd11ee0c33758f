/** Discord's enumerations of flags have no name for none of them. */
export const noFlags: number = 0;
