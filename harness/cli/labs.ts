import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { findLab, labNames } from '../inventory/find.ts'
import { loadInventory } from '../inventory/load.ts'
import { Redactor } from '../inventory/redactor.ts'
import { resolveSecret } from '../inventory/secrets.ts'
import { BadInput } from '../model/bad-input.ts'
import type { Inventory } from '../model/inventory.ts'
import { didYouMean } from '../model/nearest.ts'
import type { Target } from '../model/target.ts'
import type { Waiver } from '../model/waiver.ts'
import { profileOf } from '../run/bench.ts'
import { files, has, load } from '../run/load.ts'

/** A lab as its files describe it. */
export interface Lab {
  readonly inventory: Inventory
  readonly digest: string
  readonly waivers: readonly Waiver[]
  /** Path of its `lab.yaml`. */
  readonly file: string
  /** Folder of that file: recordings and relative paths start there. */
  readonly folder: string
}

/** What a target's module gives: `fixtures/targets/<name>/index.ts`. */
export interface TargetModule {
  open(options: OpenOptions): Promise<Target>
  /** Whether several of one lab may stand side by side without noticing each other; default no. */
  readonly sideBySide?: boolean
  /** A target that has to be brought up may be kept running, for whoever opens it then. */
  readonly keep?: Keep
}

/** How a replica is kept running after the process that brought it up has ended. */
export interface Keep {
  /** @throws BadInput when one stands already */
  up(options: OpenOptions): Promise<void>
  /** Takes it down; false when there was none. */
  down(inventory: Inventory): Promise<boolean>
  /** Since when it stands, ISO 8601 UTC; undefined when there is none. */
  since(inventory: Inventory): Promise<string | undefined>
}

export interface OpenOptions {
  readonly inventory: Inventory
  readonly folder: string
  /** Resolves a reference (`env:`, `file:`, `exec:`); what it gives is redacted from then on. */
  readonly secret: (reference: string) => Promise<string>
  readonly signal: AbortSignal
  /** Told what a target that has to be brought up is doing. */
  readonly onStage?: (says: string) => void
  /** Hosts of a live lab that the operator lends, to be disturbed in a drill. A replica lends all of its hosts. */
  readonly lend?: readonly string[]
  /** Where an API is really reached, when that is not what its URL says: the names in TLS and HTTP stay those of the URL. */
  readonly route?: (api: string) => Route | undefined
  /** How many times longer a login may take than one to a lab of its own. */
  readonly patience?: number
}

/** A way to an API, and the PEM of the authority that its certificate is of. */
export interface Route {
  readonly address: string
  readonly port: number
  readonly ca: string
}

/** The labs named, or every reference lab when none is. */
export async function labsOf(names: readonly string[]): Promise<readonly Lab[]> {
  const wanted = names.length > 0 ? names : labNames()
  const found = await Promise.allSettled(wanted.map(readLab))
  const problems = found.flatMap((one) => {
    if (one.status === 'fulfilled') return []
    if (one.reason instanceof BadInput) return one.reason.problems
    throw one.reason
  })
  if (problems.length > 0) throw new BadInput(problems)
  return found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}

async function readLab(name: string): Promise<Lab> {
  const file = findLab(name)
  const { inventory, digest, waivers } = await loadInventory(file)
  const problems = await strangeNames(inventory)
  if (problems.length > 0) throw new BadInput(problems.map((problem) => `${file}: ${problem}`))
  return { inventory, digest, waivers, file, folder: dirname(file) }
}

/** Names that only the profiles and collectors can know: a misspelt threshold would leave the default in force, in silence. */
async function strangeNames(inventory: Inventory): Promise<readonly string[]> {
  const profiles = files('specs/*/profile.ts').flatMap((path) => path.split('/')[1] ?? [])
  const unknown = inventory.profiles.filter((name) => !profiles.includes(name))
  if (unknown.length > 0)
    return unknown.map((name) => `there is no profile "${name}"${didYouMean(name, profiles)}`)
  const parameters = new Set<string>()
  for (const name of inventory.profiles)
    for (const key of Object.keys((await profileOf(name)).parameters)) parameters.add(key)
  return Object.keys(inventory.parameters)
    .filter((name) => !parameters.has(name))
    .map((name) => `parameters: no profile has "${name}"${didYouMean(name, parameters)}`)
}

/** Points at a lab. The redactor knows every secret that was resolved on the way. */
export async function openLab(
  lab: Lab,
  targetName: string,
  signal: AbortSignal,
  onStage?: (says: string) => void,
  lend: readonly string[] = [],
): Promise<{ target: Target; redactor: Redactor }> {
  const { open } = await moduleOf(targetName)
  const { options, redactor } = optionsFor(lab, signal, onStage)
  return { target: await open({ ...options, lend }), redactor }
}

function optionsFor(lab: Lab, signal: AbortSignal, onStage?: (says: string) => void) {
  const redactor = new Redactor()
  const options: OpenOptions = {
    inventory: lab.inventory,
    folder: lab.folder,
    signal,
    ...(onStage ? { onStage } : {}),
    secret: (reference) => resolveSecret(reference, { signal, redactor }),
  }
  return { options, redactor }
}

/** How a target is kept running; undefined where there is nothing to keep. @throws BadInput for an unknown target */
export async function keepOf(targetName: string): Promise<Keep | undefined> {
  return (await moduleOf(targetName)).keep
}

/** Brings a replica up, and leaves it. @throws BadInput when the target is none that could be kept */
export async function keepUp(
  lab: Lab,
  targetName: string,
  signal: AbortSignal,
  onStage: (says: string) => void,
): Promise<void> {
  const keep = await keepOf(targetName)
  if (!keep) throw new BadInput([`target ${targetName} is nothing that could be kept running`])
  await keep.up(optionsFor(lab, signal, onStage).options)
}

/** How many may prove one lab at the same time: where replicas can stand side by side, two a core, as half of the time is waiting. */
export async function handsOn(targetName: string): Promise<number> {
  const { sideBySide } = await moduleOf(targetName)
  return sideBySide ? availableParallelism() * 2 : 1
}

/** How many labs may be looked at at the same time. */
export async function labsAtOnce(targetName: string): Promise<number> {
  const { sideBySide } = await moduleOf(targetName)
  return sideBySide ? availableParallelism() : 1
}

async function moduleOf(targetName: string): Promise<TargetModule> {
  const known = files('fixtures/targets/*/index.ts').map((path) => path.split('/')[2] ?? '')
  const path = `fixtures/targets/${targetName}/index.ts`
  if (!known.includes(targetName) || !has(path))
    throw new BadInput([`there is no target "${targetName}"${didYouMean(targetName, known)}`])
  return (await load(path)) as unknown as TargetModule
}
