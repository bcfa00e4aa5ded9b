/** One number with its labels. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** A gauge in the text format that Prometheus and node-exporter's textfile collector read; nothing when it has no sample. */
export function gauge(name: string, help: string, samples: readonly Sample[]): string {
  if (samples.length === 0) return ''
  const lines = samples.map(({ labels, value }) => `${name}{${labelsOf(labels)}} ${value}`)
  return `# HELP ${name} ${escaped(help)}\n# TYPE ${name} gauge\n${lines.join('\n')}\n`
}

const labelsOf = (labels: Sample['labels']): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`)
    .join(',')

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')

/** Seconds since 1970 of a moment. */
export const seconds = (iso: string): number => Date.parse(iso) / 1000
