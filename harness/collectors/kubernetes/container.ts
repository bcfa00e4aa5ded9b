import { list, number, object, text } from '../../model/parse.ts'
import { given, isOn, maybe, part, rows, type Shape, words } from './parts.ts'
import { quantity } from './quantity.ts'

/** A container as it is declared, in a pod or in what makes pods. Names of variables only: values may be secrets. */
export interface KubeContainer {
  readonly name: string
  readonly kind: 'main' | 'init' | 'ephemeral'
  readonly image: string
  /** Words of `command` and `args` without anything after a `=`, and without what is no option or program. */
  readonly program: readonly string[]
  /** Options of `command` and `args` that hold a secret in plain sight, by their names. */
  readonly exposes: readonly string[]
  readonly env: readonly {
    readonly name: string
    readonly from: EnvSource
    readonly ref?: string
    /** Set where the value in the declaration has the shape of a secret. */
    readonly looksSecret?: true
  }[]
  readonly envFrom: readonly { readonly from: 'secret' | 'configMap'; readonly ref: string }[]
  readonly requests: Readonly<Record<string, number>>
  readonly limits: Readonly<Record<string, number>>
  /** Of a probe that can fail. */
  readonly hasReadiness: boolean
  readonly hasLiveness: boolean
  readonly hasStartup: boolean
  readonly hasPreStop: boolean
  readonly ports: readonly { readonly port: number; readonly hostPort?: number }[]
  readonly mounts: readonly {
    readonly volume: string
    readonly path: string
    readonly isReadOnly: boolean
  }[]
  readonly security: ContainerSecurity
}

/** Where a variable has its value from: `value` when it stands in the declaration itself. */
export type EnvSource = 'value' | 'secret' | 'configMap' | 'other'

/** What is left out is left to the pod, or to the runtime's default. */
export interface ContainerSecurity {
  readonly isPrivileged: boolean
  readonly allowsEscalation?: boolean
  readonly runsAsNonRoot?: boolean
  readonly runsAsUser?: number
  readonly hasReadOnlyRoot: boolean
  readonly capAdd: readonly string[]
  readonly capDrop: readonly string[]
  readonly seccomp?: string
}

/** Every container of a pod's spec, in order. */
export function containersOf(spec: Shape, what: string): readonly KubeContainer[] {
  const all = (value: unknown, kind: KubeContainer['kind']) =>
    rows(value, `${kind} containers of ${what}`).map((row) => containerOf(row, kind, what))
  return [
    ...all(spec.initContainers, 'init'),
    ...list(spec.containers, `containers of ${what}`).map((row) =>
      containerOf(object(row, 'a container'), 'main', what),
    ),
    ...all(spec.ephemeralContainers, 'ephemeral'),
  ]
}

function containerOf(row: Shape, kind: KubeContainer['kind'], pod: string): KubeContainer {
  const name = text(row.name, `name of a container of ${pod}`)
  const what = `container ${name} of ${pod}`
  const resources = part(row.resources, `resources of ${what}`)
  return {
    name,
    kind,
    image: text(row.image, `image of ${what}`),
    program: programOf([...words(row.command, what), ...words(row.args, what)]),
    exposes: exposedIn([...words(row.command, what), ...words(row.args, what)]),
    env: rows(row.env, `env of ${what}`).map(envOf),
    envFrom: rows(row.envFrom, `envFrom of ${what}`).map((from) =>
      from.secretRef === undefined
        ? { from: 'configMap', ref: nameIn(from.configMapRef, what) }
        : { from: 'secret', ref: nameIn(from.secretRef, what) },
    ),
    requests: amounts(resources.requests, `requests of ${what}`),
    limits: amounts(resources.limits, `limits of ${what}`),
    hasReadiness: canFail(row.readinessProbe, `readinessProbe of ${what}`),
    hasLiveness: canFail(row.livenessProbe, `livenessProbe of ${what}`),
    hasStartup: row.startupProbe !== undefined,
    hasPreStop: part(row.lifecycle, `lifecycle of ${what}`).preStop !== undefined,
    ports: rows(row.ports, `ports of ${what}`).map((port) => ({
      port: number(port.containerPort, `a port of ${what}`),
      ...maybe('hostPort', hostPortOf(port.hostPort, what)),
    })),
    mounts: rows(row.volumeMounts, `mounts of ${what}`).map((mount) => ({
      volume: text(mount.name, `a mount of ${what}`),
      path: text(mount.mountPath, `path of a mount of ${what}`),
      isReadOnly: isOn(mount.readOnly, `a mount of ${what}`),
    })),
    security: securityOf(row.securityContext, what),
  }
}

/** Whether there is a probe, and it does more than say yes. */
function canFail(value: unknown, what: string): boolean {
  if (value === undefined || value === null) return false
  const said = words(part(object(value, what).exec, what).command, what).join(' ')
  return !/^(?:(?:\/bin\/)?(?:ba)?sh -c )?(?:(?:\/bin\/)?true|:|exit 0)$/.test(said)
}

/** `hostPort: 0` means none. */
const hostPortOf = (value: unknown, what: string): number | undefined =>
  given(value, `hostPort of ${what}`, number) || undefined

/** Flags by name and programs; a value is dropped, as it may be a secret. */
const programOf = (said: readonly string[]): readonly string[] =>
  said.flatMap((word, i) => {
    if (/^--?[\w.-]+(=|$)/.test(word)) return [word.replace(/=.*$/s, '')]
    return i === 0 || /^[\w./-]*\/?(sh|bash|ash|dash|nsenter|chroot)$/.test(word) ? [word] : []
  })

/** Names of options whose values are secrets. */
const SECRET = /(pass(wd|word)?|secret|token|api-?key|private-?key|credentials?)$/i

/** A path, a variable or a switch in place of the value is no secret. */
const isElsewhere = (value: string): boolean => /^$|^[-$/]|^(true|false|file:|env:)/i.test(value)

const exposedIn = (said: readonly string[]): readonly string[] =>
  said.flatMap((word, i) => {
    const [, option, own] = /^--?([\w.-]+)(?:=(.*))?$/s.exec(word) ?? []
    if (option === undefined) return looksSecret(word) ? ['(a word)'] : []
    const value = own ?? said[i + 1] ?? ''
    return !isElsewhere(value) && (SECRET.test(option) || looksSecret(own)) ? [option] : []
  })

function envOf(row: Shape): KubeContainer['env'][number] {
  const name = text(row.name, 'name of a variable')
  const from = part(row.valueFrom, `source of ${name}`)
  if (row.valueFrom === undefined)
    return looksSecret(row.value)
      ? { name, from: 'value', looksSecret: true }
      : { name, from: 'value' }
  if (from.secretKeyRef !== undefined)
    return { name, from: 'secret', ref: nameIn(from.secretKeyRef, name) }
  if (from.configMapKeyRef !== undefined)
    return { name, from: 'configMap', ref: nameIn(from.configMapKeyRef, name) }
  return { name, from: 'other' }
}

/** Tokens by their prefixes, passwords in URLs, and long words of mixed letters and digits that nobody would type. */
function looksSecret(value: unknown): boolean {
  if (typeof value !== 'string') return false
  return (
    /^(gh[opsru]_|github_pat_|glpat-|xox[abpr]-|AKIA|hv[bs]\.|eyJ[\w-]{10,}\.|-----BEGIN [A-Z ]*PRIVATE)/.test(
      value,
    ) ||
    /^[a-z][a-z0-9+.-]*:\/\/[^/@:]*:[^/@]+@/i.test(value) ||
    (/^[A-Za-z0-9+/_=-]{24,}$/.test(value) &&
      /\d/.test(value) &&
      /[a-z]/.test(value) &&
      /[A-Z]/.test(value))
  )
}

const nameIn = (value: unknown, what: string): string =>
  text(object(value, `reference of ${what}`).name, `name of a reference of ${what}`)

const amounts = (value: unknown, what: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(part(value, what)).map(([key, amount]) => [
      key,
      quantity(amount, `${key}, ${what}`),
    ]),
  )

function securityOf(value: unknown, what: string): ContainerSecurity {
  const context = part(value, `securityContext of ${what}`)
  const capabilities = part(context.capabilities, `capabilities of ${what}`)
  return {
    isPrivileged: isOn(context.privileged, `privileged of ${what}`),
    ...maybe('allowsEscalation', given(context.allowPrivilegeEscalation, what, isOn)),
    ...maybe('runsAsNonRoot', given(context.runAsNonRoot, what, isOn)),
    ...maybe('runsAsUser', given(context.runAsUser, `runAsUser of ${what}`, number)),
    hasReadOnlyRoot: isOn(context.readOnlyRootFilesystem, `root of ${what}`),
    capAdd: words(capabilities.add, `capabilities of ${what}`),
    capDrop: words(capabilities.drop, `capabilities of ${what}`),
    ...maybe('seccomp', seccompOf(context.seccompProfile)),
  }
}

export const seccompOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : text(object(value, 'seccompProfile').type, 'seccompProfile')
