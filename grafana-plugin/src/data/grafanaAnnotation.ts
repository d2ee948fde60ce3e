/** An annotation as Grafana is told. Times in ms; text is HTML. */
export interface AnnotationDraft {
  readonly time: number;
  /** The same as `time` for a moment. */
  readonly timeEnd: number;
  readonly tags: readonly string[];
  readonly text: string;
}

/** An annotation as Grafana keeps it. */
export interface GrafanaAnnotation extends AnnotationDraft {
  readonly id: number;
}
