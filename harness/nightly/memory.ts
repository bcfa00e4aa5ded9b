import { readFile, rename } from 'node:fs/promises'
import { writeWhole } from '../../reports/write-whole.ts'
import { NEVER, type Told } from './told.ts'

const SCHEMA = 'plumbline/told/1'

/** What each channel was told, by name, in `told.json` of a lab's nights. It only moves on when somebody was told. */
export class Memory {
  readonly #path: string
  readonly #told: Map<string, Told>
  /** Set when the file was there and could not be used: everything bad is told again then. */
  readonly trouble?: string

  private constructor(path: string, told: Map<string, Told>, trouble?: string) {
    this.#path = path
    this.#told = told
    if (trouble) this.trouble = trouble
  }

  static async open(path: string): Promise<Memory> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (text === undefined) return new Memory(path, new Map())
    const told = understood(text)
    if (told) return new Memory(path, told)
    await rename(path, `${path}.bad`)
    const says = `${path} could not be used and is kept as told.json.bad: this counts as the first night`
    return new Memory(path, new Map(), says)
  }

  of(channel: string): Told {
    return this.#told.get(channel) ?? NEVER
  }

  async keep(channel: string, told: Told): Promise<void> {
    this.#told.set(channel, told)
    const channels = Object.fromEntries(this.#told)
    await writeWhole(this.#path, `${JSON.stringify({ schema: SCHEMA, channels }, null, 1)}\n`)
  }
}

function understood(text: string): Map<string, Told> | undefined {
  try {
    const { schema, channels } = JSON.parse(text)
    const entries = Object.entries(channels as Record<string, Told>)
    const isWhole = entries.every(
      ([, { untold, standing = {} }]) =>
        Array.isArray(untold) && Object.values(standing).every(({ verdict }) => Boolean(verdict)),
    )
    return schema === SCHEMA && isWhole ? new Map(entries) : undefined
  } catch {
    return undefined
  }
}
