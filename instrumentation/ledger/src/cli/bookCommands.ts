/** What is done with books beside keeping them: the words after `ai-finops ledger`. */
export const BOOK_COMMANDS = ['close', 'export', 'verify', 'backup', 'restore', 'reprice', 'forget-user'] as const;
