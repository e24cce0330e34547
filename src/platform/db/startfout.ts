/** A start that cannot go on; the message is one Dutch line for the person at the keyboard. */
export class StartFout extends Error {}
