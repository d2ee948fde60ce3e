/** Hands the minutes to the reader as a file. */
export function downloadMinutes(week: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `ai-cost-review-${week}.md`;
  link.click();
  URL.revokeObjectURL(url);
}
