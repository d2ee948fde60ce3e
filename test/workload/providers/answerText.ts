const WORDS = (
  'the answer depends on which part of the record you mean and here is what it says about costs delivery terms ' +
  'renewal dates café invoices naïve estimates the second quarter “net thirty” shipping to Zürich or 東京 and support ' +
  'hours so the next step is to confirm the order number with the customer then close the ticket once they agree ✅'
).split(' ');

/** `count` pieces of believable text; multi-byte characters are in it on purpose, so that cuts fall inside them. */
export function answerText(count: number, random: () => number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const word = WORDS[Math.floor(random() * WORDS.length)] ?? 'the';
    return i === 0 ? word : ` ${word}`;
  });
}
