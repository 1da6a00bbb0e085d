declare module 'virtual:words' {
  /** `{name}` in a string is a variable; an array or object is a pattern of @fluent/bundle. An empty string: no such id. */
  type Pattern = NonNullable<import('@fluent/bundle').FluentResource['body'][number]['value']>;
  const words: { ids: string[]; ja: Pattern[]; en: Pattern[] };
  export default words;
}
