import type { Evidence, Fact } from '../model/fact.ts'
import type { HostFacts, LabFacts, VantageFacts } from '../model/facts.ts'
import type { Host, Inventory, Role } from '../model/inventory.ts'
import type { Age } from '../model/judgement.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { Unverifiable, Violation } from '../model/verdict.ts'
import type { Waiver } from '../model/waiver.ts'
import { accepting } from './accepted.ts'
import type { Guard } from './guard.ts'
import { type Parameters, parametersOf, type Value } from './parameters.ts'

/** What a control may look at. Reading a fact nobody could observe throws {@link Unverifiable}. */
export interface Views {
  /** Facts about one machine or guest, by its name in the inventory. */
  host(name: string): Readonly<HostFacts>
  /** Facts as seen from one vantage, by its name in the inventory. */
  vantage(name: string): Readonly<VantageFacts>
  /** Facts from the lab's APIs and documents. */
  readonly lab: Readonly<LabFacts>
  readonly inventory: Inventory
  /** Hosts of some roles; without roles, every host that is not merely a vantage. At least one, or unverifiable. */
  hosts(...roles: readonly Role[]): readonly Host[]
  /** A section of the inventory that this lab must have for the control to say anything. */
  need<Key extends keyof Inventory>(key: Key): NonNullable<Inventory[Key]>
  /** Accepted violations that are in force. */
  readonly waivers: readonly Waiver[]
  /** Thresholds by name: the inventory's value, else the profile's default. */
  readonly parameter: Parameters
  /** Seconds from an ISO 8601 moment to the snapshot's; negative when it lies ahead. */
  ageSeconds(at: string): number
  /** Whether a moment lies so many seconds back, or fewer. One that lies ahead does not: under a clock that was ahead everything stays recent. */
  isRecent(at: string, longestSeconds: number): boolean
  /** The answers a fact was made of: when it was asked, and of whom. Throws as reading the fact does. */
  evidenceOf(fact: string, subject: string): readonly Evidence[]
}

/** Clocks of two machines are never quite the same. */
const AHEAD_SECONDS = 60

/** Who is told what a control looks at. */
export interface Witness {
  /** The key of every fact as it is looked at, and its guards: the evidence of the verdict. */
  readonly read?: (key: string, guards: readonly string[]) => void
  /** How old something was when it was asked whether it is recent, and what it may be. */
  readonly aged?: (age: Age) => void
}

export function viewsOf(
  snapshot: Snapshot,
  defaults: Readonly<Record<string, Value>>,
  guards: readonly Guard[],
  { read = () => {}, aged = () => {} }: Witness = {},
): Views {
  const { inventory } = snapshot
  const make = (active: readonly Guard[]): Views => {
    const about = <Facts extends object>(subject: string, known: boolean, kind: string) => {
      if (!known) throw new Error(`the inventory has no ${kind} "${subject}"`)
      return new Proxy({} as Facts, {
        get: (_, name) => (typeof name === 'string' ? look(name, subject, active) : undefined),
      })
    }
    const ageSeconds = (at: string): number => {
      const seconds = (Date.parse(snapshot.takenAt) - Date.parse(at)) / 1000
      if (Number.isNaN(seconds)) throw new Unverifiable(`"${at}" is not a moment in time`)
      return seconds
    }
    return {
      host: (name) =>
        about<HostFacts>(
          name,
          inventory.hosts.some((h) => h.name === name),
          'host',
        ),
      vantage: (name) =>
        about<VantageFacts>(
          name,
          inventory.vantages.some((v) => v.name === name),
          'vantage',
        ),
      lab: about<LabFacts>('lab', true, 'lab'),
      inventory,
      waivers: snapshot.waivers,
      hosts: (...roles) => {
        const found = inventory.hosts.filter(({ role }) =>
          roles.length === 0 ? role !== 'vantage' : roles.includes(role),
        )
        if (found.length === 0)
          throw new Unverifiable(`the inventory has no host of role ${roles.join(' or ')}`)
        return found
      },
      need: (key) => {
        const section = inventory[key]
        if (section === undefined || section === null)
          throw new Unverifiable(
            `the inventory has no "${key}": add it to lab.yaml, or declare it under "absent" with the reason`,
          )
        return section as never
      },
      parameter: parametersOf({ ...defaults, ...inventory.parameters }),
      ageSeconds,
      isRecent: (at, longestSeconds) => {
        const age = ageSeconds(at)
        aged({ ageSeconds: age, longestSeconds })
        return age <= longestSeconds && age >= -AHEAD_SECONDS
      },
      evidenceOf: (fact, subject) => {
        look(fact, subject, active)
        return evidenceIn(snapshot.facts[`${fact}@${subject}`])
      },
    }
  }

  /** A guard reads facts unguarded, else it would wait for itself. Each is judged once per fact. */
  const judged = new Map<string, string | undefined>()
  const objection = (guard: Guard, fact: string, subject: string): string | undefined => {
    const key = `${guard.name} ${fact}@${subject}`
    if (!judged.has(key)) judged.set(key, reasonAgainst(guard, make([]), subject, fact))
    return judged.get(key)
  }

  const look = (name: string, subject: string, active: readonly Guard[]): unknown => {
    const key = `${name}@${subject}`
    const mine = active.filter((guard) => guard.covers(name, subject))
    read(
      key,
      mine.map((guard) => guard.name),
    )
    const value = knownValue(snapshot.facts[key], key)
    for (const guard of mine) {
      const because = objection(guard, name, subject)
      if (because)
        throw new Unverifiable(`guard ${guard.name} does not hold for ${key}: ${because}`)
    }
    return value
  }
  return make(guards)
}

function evidenceIn(fact: Fact | undefined): readonly Evidence[] {
  if (!fact) throw new Unverifiable('nobody collects this fact')
  return fact.evidence
}

function reasonAgainst(
  guard: Guard,
  views: Views,
  subject: string,
  fact: string,
): string | undefined {
  try {
    // A waiver accepts what a control found, never a guard's reason not to look.
    accepting(undefined, () => guard.holds(views, subject, fact))
    return undefined
  } catch (error) {
    if (error instanceof Violation || error instanceof Unverifiable) return error.message
    throw error
  }
}

function knownValue(fact: Fact | undefined, key: string): unknown {
  if (!fact) throw new Unverifiable(`nobody collects ${key}`)
  if (!fact.known) throw new Unverifiable(`${key} is unknown (${fact.reason}): ${fact.because}`)
  return fact.value
}
