const CENTS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** USD to the cent, as a page writes an amount of a dollar and more. */
export const cents = (usd: number): string => CENTS.format(usd);
