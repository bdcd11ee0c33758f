/** What is said on standard error where the log can't be. */
export const logText = {
  unwritable: (reason: string) =>
    `The log can't be written (${reason}). Look whether the disk that takes it is full, and whether the program that reads it still runs. The bot goes on; lines that find no place are lost.\n`,
};
