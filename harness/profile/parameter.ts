/** How a parameter's value is written and read: `duration` as `26h`, `size` as `20GiB`, `words` as a list. */
export type Unit = 'duration' | 'size' | 'number' | 'text' | 'words'

/** A threshold that a lab may set otherwise, under `parameters:` of its inventory. */
export interface Parameter {
  /** As a user would write it. */
  readonly default: string | number | readonly string[]
  readonly unit: Unit
  /** One phrase: what is measured or allowed. */
  readonly meaning: string
}

/** Ways to declare a parameter, one per unit. */
export const parameter = {
  /** A number and `ms`, `s`, `m`, `h` or `d`, e.g. `26h`. */
  duration: (value: `${number}${'ms' | 's' | 'm' | 'h' | 'd'}`, meaning: string): Parameter => ({
    default: value,
    unit: 'duration',
    meaning,
  }),
  /** A number and `KiB`, `MiB`, `GiB` or `TiB`, e.g. `20GiB`. */
  size: (value: `${number}${'KiB' | 'MiB' | 'GiB' | 'TiB'}`, meaning: string): Parameter => ({
    default: value,
    unit: 'size',
    meaning,
  }),
  /** A plain number; what it counts is in its meaning. */
  number: (value: number, meaning: string): Parameter => ({
    default: value,
    unit: 'number',
    meaning,
  }),
  /** A word, path or release; releases are quoted in YAML, where 8.10 is 8.1. */
  text: (value: string, meaning: string): Parameter => ({ default: value, unit: 'text', meaning }),
  /** A list, declared as words with blanks between them; empty when nothing is meant. */
  words: (value: string, meaning: string): Parameter => ({
    default: value.split(/\s+/).filter((word) => word !== ''),
    unit: 'words',
    meaning,
  }),
} as const
