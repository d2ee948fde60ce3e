import type { Lever } from '../../data/lever.ts';

/** Which of its bars an optimization that is to be flipped back broke, with the evidence. */
export function flipBackWords({ quality, turnaround }: Pick<Lever, 'quality' | 'turnaround'>): string {
  const broken = [
    ...(quality.state === 'flip_back' ? [`Its quality bar is broken: ${quality.evidence}`] : []),
    ...(turnaround?.state === 'flip_back' ? [`Its turnaround bar is broken: ${turnaround.evidence}`] : []),
  ];
  return broken.join(' ');
}
