/** Does this read as a telephone number? */
export const isTelefoonnummer = (tekst: string): boolean => /^\+?[\d\s().-]{6,30}$/.test(tekst);

/** Does this read as a mail address? */
export const isEmail = (tekst: string): boolean => /^[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]{1,190}$/u.test(tekst);

/** A number in one way of writing: the last nine digits, without the country or the leading zero; '' is none. */
export const kaalNummer = (nummer: string): string =>
  nummer
    .replace(/\D/g, '')
    .replace(/^0+|^31(?=\d{9}$)/, '')
    .slice(-9);

/** A mailbox in one way of writing; '' is none. */
export const kaalPostvak = (email: string): string => email.trim().toLowerCase();
