import { number, object, text } from '../../model/parse.ts'
import { containersOf, type KubeContainer, seccompOf } from './container.ts'
import { given, isOn, maybe, part, rows, type Shape, textsByName } from './parts.ts'

/** What a pod is to be: of a pod itself, or the template of what makes pods. */
export interface PodSpec {
  readonly serviceAccount: string
  /** Whether the account's token is put into it; absent when the account decides. */
  readonly mountsToken?: boolean
  readonly hostNetwork: boolean
  readonly hostPid: boolean
  readonly hostIpc: boolean
  readonly graceSeconds: number
  readonly priorityClass?: string
  readonly nodeSelector: Readonly<Record<string, string>>
  readonly tolerations: readonly Toleration[]
  readonly volumes: readonly PodVolume[]
  readonly containers: readonly KubeContainer[]
  readonly runsAsNonRoot?: boolean
  readonly runsAsUser?: number
  readonly seccomp?: string
}

export interface Toleration {
  /** Empty: any taint. */
  readonly key: string
  readonly effect: string
  /** Absent means for ever. */
  readonly seconds?: number
}

export interface PodVolume {
  readonly name: string
  /** `hostPath`, `persistentVolumeClaim`, `secret`, `configMap`, `emptyDir`, `projected`, `csi`, `ephemeral`, … */
  readonly kind: string
  /** Path on the node, name of the claim, Secret or ConfigMap, driver. */
  readonly ref?: string
  /** Of a `projected` one: Secrets that are a part of it. */
  readonly secrets?: readonly string[]
  /** Whether a token of the pod's account is put into it, under whatever name. */
  readonly holdsToken?: boolean
}

/** Seconds until a pod is killed that says nothing about it. */
const GRACE = 30

export function podSpecOf(spec: Shape, what: string): PodSpec {
  const context = part(spec.securityContext, `securityContext of ${what}`)
  const grace = given(spec.terminationGracePeriodSeconds, `grace of ${what}`, number)
  return {
    serviceAccount:
      given(spec.serviceAccountName, `serviceAccountName of ${what}`, text) ?? 'default',
    ...maybe('mountsToken', given(spec.automountServiceAccountToken, what, isOn)),
    hostNetwork: isOn(spec.hostNetwork, `hostNetwork of ${what}`),
    hostPid: isOn(spec.hostPID, `hostPID of ${what}`),
    hostIpc: isOn(spec.hostIPC, `hostIPC of ${what}`),
    graceSeconds: grace ?? GRACE,
    ...maybe('priorityClass', given(spec.priorityClassName, `priorityClassName of ${what}`, text)),
    nodeSelector: textsByName(spec.nodeSelector, `nodeSelector of ${what}`),
    tolerations: rows(spec.tolerations, `tolerations of ${what}`).map((row) => ({
      key: given(row.key, `toleration of ${what}`, text) ?? '',
      effect: given(row.effect, `toleration of ${what}`, text) ?? '',
      ...maybe('seconds', given(row.tolerationSeconds, `toleration of ${what}`, number)),
    })),
    volumes: rows(spec.volumes, `volumes of ${what}`).map((row) => volumeOf(row, what)),
    containers: containersOf(spec, what),
    ...maybe('runsAsNonRoot', given(context.runAsNonRoot, what, isOn)),
    ...maybe('runsAsUser', given(context.runAsUser, `runAsUser of ${what}`, number)),
    ...maybe('seccomp', seccompOf(context.seccompProfile)),
  }
}

const REFERENCE: Readonly<Record<string, string>> = {
  hostPath: 'path',
  persistentVolumeClaim: 'claimName',
  secret: 'secretName',
  configMap: 'name',
  csi: 'driver',
}

function secretsIn(sources: unknown, what: string): readonly string[] | undefined {
  const found = rows(sources, `sources of a volume of ${what}`).flatMap(({ secret }) =>
    secret === undefined ? [] : [text(object(secret, what).name, `a Secret of ${what}`)],
  )
  return found.length === 0 ? undefined : found
}

function volumeOf({ name, ...sources }: Shape, what: string): PodVolume {
  const [kind = 'emptyDir'] = Object.keys(sources)
  const source = object(sources[kind] ?? {}, `volume of ${what}`)
  const member = REFERENCE[kind]
  return {
    name: text(name, `name of a volume of ${what}`),
    kind,
    ...maybe('secrets', secretsIn(source.sources, what)),
    ...maybe('holdsToken', kind === 'projected' && holdsToken(source, what) ? true : undefined),
    ...maybe('ref', member && given(source[member], `${member} of a volume of ${what}`, text)),
  }
}

/** A token for Vault or a cloud has an audience of its own, and is no login here. */
const holdsToken = ({ sources }: Shape, what: string): boolean =>
  rows(sources, `sources of a volume of ${what}`).some(
    ({ serviceAccountToken }) =>
      serviceAccountToken !== undefined &&
      /kubernetes/.test(
        given(object(serviceAccountToken, what).audience, `audience in ${what}`, text) ??
          'kubernetes',
      ),
  )
