/** What a field is called for a reader, and what to know when filling it in. */
export interface Veldtekst {
  label: string;
  uitleg?: string;
}

export type Veldteksten = Readonly<Record<string, Veldtekst>>;
