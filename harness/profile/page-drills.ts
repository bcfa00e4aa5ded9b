/** A drill as a page tells of it. */
export interface ToldDrill {
  readonly title: string
  readonly statement: string
  /** Path of its file, from the profile's folder. */
  readonly file: string
  readonly steadyState: readonly string[]
  readonly does: string
  /** What a person does to bring it back; absent when it comes back by itself. */
  readonly procedure?: string
  readonly fault?: string
  /** Targets that it waits for, and why. */
  readonly waitsFor: readonly string[]
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** The drills of a profile: what is broken, what has to hold again, and under what it does not. */
export const drillsOn = (drills: readonly ToldDrill[]): readonly string[] =>
  drills.length === 0
    ? []
    : [
        '',
        '## Drills',
        '',
        '| statement | drill | what is done | comes back | steady state | does not recover when | waits for |',
        '|---|---|---|---|---|---|---|',
        ...drills.map(
          ({ title, statement, file, steadyState, does, procedure, fault, waitsFor }) =>
            `| ${[
              statement,
              `[${cell(title)}](${file})`,
              cell(does),
              procedure === undefined ? 'by itself' : `by a person: ${cell(procedure)}`,
              steadyState.map((id) => `\`${id.split('/').at(-1)}\``).join(', '),
              cell(fault ?? ''),
              cell(waitsFor.join('; ')),
            ].join(' | ')} |`,
        ),
      ]
