/** A CSS background of slanted stripes: what is open or not allocated, as against settled and solid. */
export const hatch = (color: string, period = 6): string =>
  `repeating-linear-gradient(-45deg, ${color} 0 ${period / 3}px, transparent ${period / 3}px ${period}px)`;
