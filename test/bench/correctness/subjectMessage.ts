/** What a subject says: a case begins (the books are then cleared), or has ended. */
export type FromSubject =
  | { readonly kind: 'begin'; readonly name: string }
  | {
      readonly kind: 'end';
      readonly name: string;
      /** All that the application saw, as JSON. */
      readonly saw: string;
      /** Unhandled rejections and exceptions. */
      readonly strays: readonly string[];
      readonly handlerErrors: number;
      readonly handlerError: string | undefined;
    };

/** Go on. */
export type ToSubject = 'go on';
